#include "tests/bench/stores.hpp"

#include <fmt/format.h>
#include <rocksdb/utilities/options_util.h>

#include <algorithm>

#include "domain/core/assert.hpp"
#include "eventstore/errors.hpp"

namespace bench {
namespace {

void ensure_ok(const rocksdb::Status& status) {
  if (!status.ok()) fmt::print(stderr, "{}\n", status.ToString());
  core::ensure(status.ok(), "RocksDB does what it is asked");
}

}  // namespace

OpenStore::OpenStore(const std::filesystem::path& folder)
    : store_(eventstore::value_or_throw(eventstore::open_rocksdb_store(folder, clock_, entropy_))) {
}

std::filesystem::path database_of(const std::filesystem::path& store) {
  for (const auto& entry : std::filesystem::recursive_directory_iterator(store))
    if (entry.path().filename() == "CURRENT") return entry.path().parent_path();
  core::ensure(false, "a store has a database");
  return {};
}

RawRocksDb::RawRocksDb(const std::filesystem::path& folder, const std::filesystem::path& like,
                       Access access) {
  rocksdb::DBOptions options;
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  auto status =
      rocksdb::LoadLatestOptions(rocksdb::ConfigOptions(), like.string(), &options, &descriptors);
  ensure_ok(status);
  std::ranges::sort(descriptors, {}, &rocksdb::ColumnFamilyDescriptor::name);
  options.create_if_missing = options.create_missing_column_families = access == Access::Make;
  rocksdb::DB* db = nullptr;
  status =
      access == Access::Read
          ? rocksdb::DB::OpenForReadOnly(options, folder.string(), descriptors, &families_, &db)
          : rocksdb::DB::Open(options, folder.string(), descriptors, &families_, &db);
  ensure_ok(status);
  db_.reset(db);
}

RawRocksDb::~RawRocksDb() {
  for (auto* family : families_) db_->DestroyColumnFamilyHandle(family).PermitUncheckedError();
  db_->Close().PermitUncheckedError();
}

rocksdb::ColumnFamilyHandle* RawRocksDb::family(const std::string& name) const {
  const auto found =
      std::ranges::find(families_, name, [](const auto* family) { return family->GetName(); });
  core::ensure(found != families_.end(), "a store has this family");
  return *found;
}

}  // namespace bench
