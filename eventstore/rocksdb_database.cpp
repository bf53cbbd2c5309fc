#include "eventstore/rocksdb_database.hpp"

#include <rocksdb/file_system.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "eventstore/checkpoint_file.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/limits.hpp"

namespace eventstore {
namespace {

constexpr std::array names{"events", "streams", "categories", "commands",
                           "merkle", "erased",  "meta"};  // by Family
constexpr std::string_view format = "3";
constexpr std::string_view format_key = "format";

/// A damaged record in the write-ahead log refuses the opening: point-in-time recovery would drop
/// it and all that follows, acknowledged or not. A cut-off last record was never acknowledged.
rocksdb::DBOptions options_for(Access access, rocksdb::Env* env, std::shared_ptr<Fuse> fuse) {
  rocksdb::DBOptions options;
  options.env = env;
  options.listeners.push_back(std::move(fuse));
  options.create_if_missing = access == Access::Write;
  options.paranoid_checks = access != Access::Salvage;
  options.wal_recovery_mode = access == Access::Salvage
                                  ? rocksdb::WALRecoveryMode::kPointInTimeRecovery
                                  : rocksdb::WALRecoveryMode::kTolerateCorruptedTailRecords;
  options.avoid_flush_during_recovery = true;  // nothing is thrown away until the log is accepted
  options.max_bgerror_resume_count = 0;        // a failed write is never retried
  options.fail_if_options_file_error = true;   // its folder's fsync is an fsync too
  options.max_total_wal_size = std::uint64_t{64} << 20;
  options.max_log_file_size = std::size_t{4} << 20;
  options.keep_log_file_num = 5;
  options.stats_dump_period_sec = 0;
  options.stats_persist_period_sec = 0;
  return options;
}

/// Everything lies in its file as it is, so that what a file holds, or no longer holds, can be
/// seen.
rocksdb::ColumnFamilyDescriptor descriptor_of(const std::string& name) {
  rocksdb::ColumnFamilyOptions options;
  rocksdb::BlockBasedTableOptions table;
  options.compression = rocksdb::kNoCompression;
  if (name == "commands") table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(10));
  options.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
  return {name, options};
}

std::filesystem::path database_in(const std::filesystem::path& folder) {
  return folder / "events";
}

bool has_database(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(database_in(folder) / "CURRENT", ignored);
}

/// Whether somebody holds the database's lock, in this process or another.
bool locked(const std::filesystem::path& folder, rocksdb::Env* env) {
  rocksdb::FileLock* lock = nullptr;
  if (!env->LockFile((database_in(folder) / "LOCK").string(), &lock).ok()) return true;
  env->UnlockFile(lock);
  return false;
}

core::Error opening_error(const rocksdb::Status& status, const std::filesystem::path& folder,
                          rocksdb::Env* env) {
  if (status.IsCorruption() || status.IsPathNotFound()) return damaged_store(status.ToString());
  if (status.IsIOError() && locked(folder, env)) return store_in_use();
  return store_unavailable(status.ToString());
}

/// A folder with a checkpoint but without a database lost it: a new one must not hide that.
core::Result<void> prepare(const std::filesystem::path& folder, Access access) {
  if (has_database(folder)) return {};
  if (CheckpointFile::exists(folder)) return core::fail(damaged_store("CURRENT is missing"));
  if (access != Access::Write) return core::fail(store_unavailable(folder.string()));
  std::error_code error;
  std::filesystem::create_directories(database_in(folder), error);
  if (error) return core::fail(store_unavailable(error.message()));
  return {};
}

rocksdb::Status list_families(const std::filesystem::path& folder,
                              const rocksdb::DBOptions& options, std::vector<std::string>& found) {
  found = {rocksdb::kDefaultColumnFamilyName};
  if (!has_database(folder)) return rocksdb::Status::OK();
  return rocksdb::DB::ListColumnFamilies(options, database_in(folder).string(), &found);
}

}  // namespace

core::Result<std::shared_ptr<Database>> Database::open(const std::filesystem::path& folder,
                                                       Access access, rocksdb::Env* env) {
  if (auto ready = prepare(folder, access); !ready) return core::fail(ready.error());
  const auto fuse = std::make_shared<Fuse>();
  const auto options = options_for(access, env, fuse);
  std::vector<std::string> found;
  auto status = list_families(folder, options, found);
  std::vector<rocksdb::ColumnFamilyDescriptor> descriptors;
  std::ranges::transform(found, std::back_inserter(descriptors), descriptor_of);
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::DB* db = nullptr;
  const auto path = database_in(folder).string();
  if (status.ok())
    status = access == Access::Write
                 ? rocksdb::DB::Open(options, path, descriptors, &handles, &db)
                 : rocksdb::DB::OpenForReadOnly(options, path, descriptors, &handles, &db);
  if (!status.ok()) return core::fail(opening_error(status, folder, env));
  auto database = std::make_shared<Database>(folder, access, fuse, db, handles);
  if (auto complete = database->complete(); !complete) return core::fail(complete.error());
  if (auto known = database->check_format(); !known) return core::fail(known.error());
  return database;
}

Database::Database(std::filesystem::path folder, Access access, std::shared_ptr<Fuse> fuse,
                   rocksdb::DB* db, const std::vector<rocksdb::ColumnFamilyHandle*>& handles)
    : folder_(std::move(folder)), access_(access), fuse_(std::move(fuse)), db_(db) {
  for (auto* handle : handles) families_.emplace(handle->GetName(), own(handle));
}

/// A database whose making was cut short is made to its end. RocksDB's own way of making families
/// as it opens aborts the program when the disk fails in the midst of it.
core::Result<void> Database::complete() {
  for (const std::string name : names) {
    const auto family = access_ == Access::Write ? make(name) : core::Result<Handle>(find(name));
    if (!family) return core::fail(family.error());
    if (!*family) return core::fail(damaged_store("a column family is missing"));
    fixed_.push_back(family->get());
  }
  return {};
}

/// Flushed, the log's records move from the write-ahead log into checksummed table files. Where
/// nothing was written, as after a refusal, the write-ahead log stays as it was found.
Database::~Database() {
  if (written_ && fuse_->check()) flush().PermitUncheckedError();
  families_.clear();
  db_->Close().PermitUncheckedError();
}

rocksdb::ColumnFamilyHandle* Database::operator[](Family family) const {
  return fixed_[static_cast<std::size_t>(family)];
}

core::Result<void> Database::write(rocksdb::WriteBatch& batch, bool sync) {
  if (auto taken = sync ? health() : fuse_->check(); !taken) return taken;
  written_ = true;
  rocksdb::WriteOptions options;
  options.sync = sync;
  return fuse_->pass(db_->Write(options, &batch));
}

core::Result<void> Database::health() const {
  if (auto whole = fuse_->check(); !whole) return whole;
  if (!has_room()) return core::fail(disk_nearly_full());
  return {};
}

/// Asked at every group of appends. Where nobody can tell, the write itself will.
bool Database::has_room() const {
  std::uint64_t free = 0;
  const auto status =
      db_->GetFileSystem()->GetFreeSpace(folder_.string(), rocksdb::IOOptions(), &free, nullptr);
  return !status.ok() || free >= least_free_space;
}

/// A file that goes away meanwhile counts nothing.
std::uint64_t Database::size_on_disk() const {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (std::filesystem::directory_iterator file(database_in(folder_), error), end;
       !error && file != end; file.increment(error)) {
    std::error_code gone;
    const auto size = file->file_size(gone);
    if (!gone) bytes += size;
  }
  return bytes;
}

Database::Handle Database::own(rocksdb::ColumnFamilyHandle* handle) {
  return {handle, [db = db_.get()](rocksdb::ColumnFamilyHandle* held) {
            db->DestroyColumnFamilyHandle(held).PermitUncheckedError();
          }};
}

Database::Handle Database::find(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  const auto found = families_.find(name);
  return found == families_.end() ? nullptr : found->second;
}

core::Result<Database::Handle> Database::make(const std::string& name) {
  const std::lock_guard lock(mutex_);
  if (const auto found = families_.find(name); found != families_.end()) return found->second;
  if (auto whole = fuse_->check(); !whole) return core::fail(whole.error());
  rocksdb::ColumnFamilyHandle* made = nullptr;
  const auto [family, options] = descriptor_of(name);
  const auto status = db_->CreateColumnFamily(options, family, &made);
  auto handle = made ? own(made) : nullptr;  // there may be one even where this failed
  if (auto passed = fuse_->pass(status); !passed) return core::fail(passed.error());
  return families_.emplace(name, std::move(handle)).first->second;
}

core::Result<void> Database::drop(const std::string& name) {
  const std::lock_guard lock(mutex_);
  const auto found = families_.find(name);
  if (found == families_.end()) return {};
  if (auto whole = fuse_->check(); !whole) return core::fail(whole.error());
  auto dropped = fuse_->pass(db_->DropColumnFamily(found->second.get()));
  if (dropped) families_.erase(found);
  return dropped;
}

rocksdb::Status Database::flush() const {
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  for (const auto& [name, handle] : families_) handles.push_back(handle.get());
  return db_->Flush(rocksdb::FlushOptions(), handles);
}

/// To allow what was not forbidden makes RocksDB look for files of no use, and wait for their end.
core::Result<void> Database::scrub() {
  const std::lock_guard lock(mutex_);
  if (auto whole = fuse_->check(); !whole) return core::fail(whole.error());
  if (auto flushed = fuse_->pass(flush()); !flushed) return flushed;
  return fuse_->pass(db_->EnableFileDeletions(true));
}

core::Result<void> Database::check_format() {
  auto* meta = (*this)[Family::Meta];
  std::string found;
  const auto status = db_->Get(rocksdb::ReadOptions(), meta, std::string(format_key), &found);
  if (status.IsNotFound() && access_ == Access::Write) {
    rocksdb::WriteBatch batch;
    batch.Put(meta, std::string(format_key), std::string(format));
    return write(batch, true);
  }
  if (!status.ok()) return core::fail(damaged_store(status.ToString()));
  if (found != format) return core::fail(store_format_unknown(found));
  return {};
}

}  // namespace eventstore
