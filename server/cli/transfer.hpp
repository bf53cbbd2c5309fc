#pragma once

#include <string>

#include "eventstore/backup.hpp"
#include "eventstore/hash.hpp"
#include "eventstore/merkle.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "server/attachments/attachments.hpp"

/// What backup, restore, export and import share.
namespace server::cli {

/// As checkpoints show it: base64.
[[nodiscard]] inline std::string root_of(const eventstore::merkle::TreeHead& tree) {
  return eventstore::to_base64(eventstore::view_of(tree.root));
}

/// What lies beside a data directory's store and belongs to it.
[[nodiscard]] inline eventstore::Companions companions_of(const std::filesystem::path& data) {
  return {eventstore::person_keys_in(data), data / attachments::Attachments::folder_name};
}

}  // namespace server::cli
