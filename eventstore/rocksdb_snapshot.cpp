#include "eventstore/rocksdb_snapshot.hpp"

#include <rocksdb/utilities/checkpoint.h>
#include <sys/stat.h>

#include <cerrno>
#include <memory>
#include <system_error>

#include "eventstore/durable_file.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "eventstore/transfer_errors.hpp"

namespace eventstore {

core::Result<void> snapshot_of(const Database& database, const std::filesystem::path& to) {
  if (::mkdir(to.c_str(), 0700) != 0)
    return core::fail(place_unavailable(to, std::generic_category().message(errno)));
  constexpr std::size_t longest_key = 1024;
  const auto key = read_small_file(log_key_in(database.folder()), longest_key);
  if (!key) return core::fail(key.error());
  if (auto kept = replace_file(log_key_in(to), key->value_or("")); !kept) return kept;
  rocksdb::Checkpoint* checkpoint = nullptr;
  auto status = rocksdb::Checkpoint::Create(&database.db(), &checkpoint);
  const std::unique_ptr<rocksdb::Checkpoint> owner(checkpoint);
  const auto events = std::filesystem::absolute(to / "events").string();
  if (status.ok()) status = checkpoint->CreateCheckpoint(events);
  if (!status.ok()) return core::fail(place_unavailable(to, status.ToString()));
  return {};
}

}  // namespace eventstore
