#include "eventstore/rocksdb_store.hpp"

#include <utility>

#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_log.hpp"
#include "eventstore/rocksdb_rows.hpp"

namespace eventstore {

core::Result<std::unique_ptr<Store>> open_rocksdb_store(const std::filesystem::path& folder,
                                                        Clock& clock, Entropy& entropy,
                                                        rocksdb::Env* env, std::string_view origin,
                                                        Observer& observer) {
  auto database = Database::open(folder, Access::Write, env ? env : rocksdb::Env::Default());
  if (!database) return core::fail(database.error());
  auto key = LogKey::open(log_key_in(folder), origin, entropy);
  if (!key) return core::fail(key.error());
  auto log = RocksDbLog::open(*database, *key);
  if (!log) return core::fail(log.error());
  const auto erased = (*log)->erased();
  if (!erased) return core::fail(erased.error());
  auto persons = PersonKeys::open(person_keys_in(folder), *erased, entropy);
  if (!persons) return core::fail(persons.error());
  return std::make_unique<Store>(*std::move(log), std::make_unique<RocksDbRows>(*database),
                                 *std::move(persons), *std::move(key), clock, entropy, observer);
}

std::filesystem::path person_keys_in(const std::filesystem::path& folder) {
  return folder / "person-keys";
}

std::filesystem::path log_key_in(const std::filesystem::path& folder) {
  return folder / "log-key";
}

}  // namespace eventstore
