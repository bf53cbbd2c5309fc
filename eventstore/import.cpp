#include "eventstore/import.hpp"

#include <memory>
#include <utility>

#include "eventstore/draft_folder.hpp"
#include "eventstore/export_format.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_log.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "eventstore/store_copy.hpp"
#include "eventstore/transfer_errors.hpp"
#include "eventstore/verify.hpp"

namespace eventstore {
namespace {

constexpr std::size_t longest_key = 1024;

/// What a key file tells: whose log it is, and perhaps how to sign for it.
struct GivenKey {
  std::optional<LogVerifier> verifier;
  std::optional<std::string> secret;  ///< the file's text
};

core::Result<GivenKey> given_key(const std::optional<std::filesystem::path>& file) {
  if (!file) return GivenKey{};
  const auto text = read_small_file(*file, longest_key);
  if (!text) return core::fail(text.error());
  if (!*text) return core::fail(place_unavailable(*file, "no such file"));
  if (auto secret = LogKey::read(*file); secret && *secret)
    return GivenKey{(*secret)->verifier(), *text};
  auto verifier = LogVerifier::parse(**text, file->string());
  if (!verifier) return core::fail(verifier.error());
  return GivenKey{*std::move(verifier), std::nullopt};
}

core::Result<LogKey> key_for(const std::filesystem::path& store, const GivenKey& given,
                             std::string_view origin) {
  if (given.secret)
    if (auto kept = replace_file(log_key_in(store), *given.secret); !kept)
      return core::fail(kept.error());
  SystemEntropy entropy;
  return LogKey::open(log_key_in(store), origin, entropy);
}

core::Result<Exported> fill(const std::filesystem::path& store, const LogKey& key,
                            ExportReader& reader, const ExportProgress& progress) {
  auto database = Database::open(store, Access::Write);
  if (!database) return core::fail(database.error());
  const auto log = RocksDbLog::open(*std::move(database), key);
  if (!log) return core::fail(log.error());
  return import_log(reader, **log, progress);
}

/// Without them nothing of what was sealed could be read, nor told from damage.
core::Result<void> bring_person_keys(const std::optional<std::filesystem::path>& from,
                                     const Exported& log, const std::filesystem::path& store) {
  std::error_code error;
  if (from && std::filesystem::is_directory(*from, error))
    return replace_folder(*from, person_keys_in(store));
  if (from) return core::fail(place_unavailable(*from, "no such folder"));
  if (log.personal) return core::fail(person_keys_missing());
  return {};
}

}  // namespace

core::Result<Imported> import_store(std::istream& in, const std::filesystem::path& place,
                                    const std::optional<std::filesystem::path>& key_file,
                                    const std::optional<std::filesystem::path>& person_keys,
                                    std::string_view origin, const ExportProgress& progress) {
  if (auto empty = ensure_free(place); !empty) return core::fail(empty.error());
  const auto given = given_key(key_file);
  if (!given) return core::fail(given.error());
  auto reader = ExportReader::open(in, given->verifier);
  if (!reader) return core::fail(reader.error());
  const auto draft = DraftFolder::beside(place);
  if (!draft) return core::fail(draft.error());
  const auto key = key_for((*draft)->path(), *given, origin);
  if (!key) return core::fail(key.error());
  const auto log = fill((*draft)->path(), *key, *reader, progress);
  if (!log) return core::fail(log.error());
  if (auto kept = bring_person_keys(person_keys, *log, (*draft)->path()); !kept)
    return core::fail(kept.error());
  const auto verified = verify((*draft)->path());
  if (!verified) return core::fail(verified.error());
  if (verified->fault)
    return core::fail(export_invalid(verified->fault->error.pt, verified->fault->error.en));
  if (auto placed = (*draft)->take_place(); !placed) return core::fail(placed.error());
  return Imported{*log, reader->key().text(), key->verifier().text()};
}

}  // namespace eventstore
