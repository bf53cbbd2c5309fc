#include "eventstore/rocksdb_prune.hpp"

#include <rocksdb/db.h>
#include <rocksdb/utilities/options_util.h>

#include <algorithm>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "eventstore/errors.hpp"

namespace eventstore {
namespace {

namespace fs = std::filesystem;

bool holds_rows(const std::string& family) {
  return family.starts_with("p.");
}

rocksdb::Status drop_rows(rocksdb::DB& db,
                          const std::vector<rocksdb::ColumnFamilyHandle*>& handles) {
  auto status = rocksdb::Status::OK();
  for (auto* handle : handles)
    if (status.ok() && holds_rows(handle->GetName())) status = db.DropColumnFamily(handle);
  for (auto* handle : handles) db.DestroyColumnFamilyHandle(handle).PermitUncheckedError();
  return status.ok() ? db.Close() : status;
}

/// With the options that it was made with, but for two: no compaction, which would write anew what
/// another copy has already; and what a write-ahead log still holds goes to table files as it is
/// opened, so that no row stays behind in it.
rocksdb::Status open_and_drop_rows(const std::string& path) {
  rocksdb::DBOptions options;
  std::vector<rocksdb::ColumnFamilyDescriptor> families;
  auto status = rocksdb::LoadLatestOptions(rocksdb::ConfigOptions(), path, &options, &families);
  if (!status.ok()) return status;
  options.avoid_flush_during_recovery = false;
  for (auto& family : families) family.options.disable_auto_compactions = true;
  rocksdb::DB* db = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  status = rocksdb::DB::Open(options, path, families, &handles, &db);
  const std::unique_ptr<rocksdb::DB> owner(db);
  return status.ok() ? drop_rows(*db, handles) : status;
}

bool has_rows(const std::string& path) {
  std::vector<std::string> families;
  const auto status = rocksdb::DB::ListColumnFamilies(rocksdb::DBOptions(), path, &families);
  return !status.ok() || std::ranges::any_of(families, holds_rows);
}

}  // namespace

/// Opened once more, the engine writes a list of its files in which those of the rows are not.
core::Result<void> forget_rows(const fs::path& store) {
  const auto path = (store / "events").string();
  if (!has_rows(path)) return {};
  auto status = open_and_drop_rows(path);
  if (status.ok()) status = open_and_drop_rows(path);
  if (!status.ok()) return core::fail(damaged_store(status.ToString()));
  return {};
}

}  // namespace eventstore
