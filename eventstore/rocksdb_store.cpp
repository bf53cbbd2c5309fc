#include "eventstore/rocksdb_store.hpp"

#include <utility>

#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_log.hpp"
#include "eventstore/rocksdb_rows.hpp"

namespace eventstore {

core::Result<std::unique_ptr<Store>> open_rocksdb_store(const std::filesystem::path& folder,
                                                        Clock& clock, Entropy& entropy,
                                                        rocksdb::Env* env) {
  auto database = Database::open(folder, Access::Write, env ? env : rocksdb::Env::Default());
  if (!database) return core::fail(database.error());
  auto log = RocksDbLog::open(*database);
  if (!log) return core::fail(log.error());
  return std::make_unique<Store>(*std::move(log), std::make_unique<RocksDbRows>(*database), clock,
                                 entropy);
}

}  // namespace eventstore
