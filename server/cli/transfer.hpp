#pragma once

#include <string>

#include "eventstore/hash.hpp"
#include "eventstore/merkle.hpp"

/// What backup, restore, export and import share.
namespace server::cli {

/// As checkpoints show it: base64.
[[nodiscard]] inline std::string root_of(const eventstore::merkle::TreeHead& tree) {
  return eventstore::to_base64(eventstore::view_of(tree.root));
}

}  // namespace server::cli
