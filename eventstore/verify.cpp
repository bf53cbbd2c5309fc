#include "eventstore/verify.hpp"

#include <system_error>
#include <utility>

#include "eventstore/checkpoint_file.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/folder_lock.hpp"
#include "eventstore/log_key.hpp"
#include "eventstore/rocksdb_audit.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_log.hpp"
#include "eventstore/rocksdb_store.hpp"

namespace eventstore {
namespace {

/// A sound log may still be an earlier one, or another.
std::optional<Fault> against_checkpoint(const Database& database, Position head) {
  const auto key = LogKey::read(log_key_in(database.folder()));
  if (!key) return Fault{0, key.error()};
  if (!*key) return Fault{0, checkpoint_unreadable()};
  const auto refusal = held_against_checkpoint(database, (*key)->verifier(), head);
  if (!refusal) return Fault{0, refusal.error()};
  if (!*refusal) return std::nullopt;
  return Fault{(*refusal)->code == "log-behind-checkpoint" ? head + 1 : 0, **refusal};
}

/// The database refuses to open, so there is a fault: what can still be read tells where.
Verification salvage(const std::filesystem::path& folder, const core::Error& refusal,
                     const Progress& progress) {
  const auto database = Database::open(folder, Access::Salvage);
  if (!database) return {0, {}, Fault{1, refusal}};
  auto result = Audit(**database, progress).run();
  if (!result.fault) result.fault = Fault{result.checked + 1, refusal};
  return result;
}

}  // namespace

core::Result<Verification> verify(const std::filesystem::path& folder, const Progress& progress) {
  std::error_code error;
  if (!std::filesystem::is_directory(folder / "events", error)) {
    if (CheckpointFile::exists(folder))
      return Verification{0, {}, Fault{1, damaged_store("events")}};
    return core::fail(store_unavailable(folder.string()));
  }
  const FolderLock lock(folder);
  if (!lock.held()) return core::fail(store_in_use());
  const auto database = Database::open(folder, Access::Inspect);
  if (!database && database.error().code != "store-damaged") return core::fail(database.error());
  if (!database) return salvage(folder, database.error(), progress);
  auto result = Audit(**database, progress).run();
  if (!result.fault) result.fault = against_checkpoint(**database, result.checked);
  return result;
}

}  // namespace eventstore
