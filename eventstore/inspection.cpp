#include "eventstore/inspection.hpp"

#include <system_error>
#include <utility>

#include "eventstore/errors.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_log.hpp"
#include "eventstore/rocksdb_rows.hpp"
#include "eventstore/rocksdb_store.hpp"

namespace eventstore {

core::Result<std::unique_ptr<Inspection>> Inspection::open(
    const std::filesystem::path& folder, const std::filesystem::path& person_keys) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder / "events", ignored))
    return core::fail(store_unavailable(folder.string()));
  std::unique_ptr<Inspection> inspection(new Inspection(folder));
  if (!inspection->lock_.held()) return core::fail(store_in_use());
  if (auto opened = inspection->open_store(folder, person_keys); !opened)
    return core::fail(opened.error());
  return inspection;
}

core::Result<void> Inspection::open_store(const std::filesystem::path& folder,
                                          const std::filesystem::path& person_keys) {
  auto database = Database::open(folder, Access::Inspect);
  if (!database) return core::fail(database.error());
  auto key = LogKey::read(log_key_in(folder));
  if (!key) return core::fail(key.error());
  if (!*key) return core::fail(checkpoint_unreadable());
  auto log = RocksDbLog::inspect(*database, **key);
  if (!log) return core::fail(log.error());
  const auto erased = (*log)->erased();
  if (!erased) return core::fail(erased.error());
  auto persons = PersonKeys::look(person_keys, *erased, entropy_);
  if (!persons) return core::fail(persons.error());
  store_ =
      std::make_unique<Store>(*std::move(log), std::make_unique<RocksDbRows>(*database),
                              *std::move(persons), **std::move(key), clock_, entropy_, nobody());
  return {};
}

}  // namespace eventstore
