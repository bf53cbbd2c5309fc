#include "eventstore/transfer_errors.hpp"

#include <string>

namespace eventstore {

using core::ErrorKind;

core::Error place_not_empty(const std::filesystem::path& place) {
  return core::error_of(ErrorKind::Conflict, "place-not-empty",
                        "Já há alguma coisa em " + place.string() + ".",
                        "There is already something in " + place.string() + ".");
}

core::Error place_in_use(const std::filesystem::path& place) {
  return core::error_of(ErrorKind::Unavailable, "place-in-use",
                        "Outro processo está a escrever em " + place.string() + ".",
                        "Another process is writing to " + place.string() + ".");
}

core::Error place_unavailable(const std::filesystem::path& place, std::string_view cause) {
  const auto detail = place.string() + ": " + std::string(cause);
  return core::error_of(ErrorKind::Unavailable, "place-unavailable",
                        "Não foi possível ler ou escrever " + detail,
                        "Could not read or write " + detail);
}

core::Error no_backup(const std::filesystem::path& folder) {
  return core::error_of(ErrorKind::NotFound, "no-backup",
                        "Não há cópia de segurança em " + folder.string() + ".",
                        "There is no backup in " + folder.string() + ".");
}

core::Error person_keys_missing() {
  return core::invalid("person-keys-missing", "person-keys",
                       "Este registo guarda dados de pessoas: indique a pasta das suas chaves.",
                       "This log holds data of persons: name the folder of their keys.");
}

core::Error snapshot_unsupported() {
  return core::error_of(ErrorKind::Unavailable, "snapshot-unsupported",
                        "Este arquivo de eventos não está guardado em ficheiros.",
                        "This event store is not kept in files.");
}

core::Error export_invalid(std::string_view pt, std::string_view en) {
  return core::invalid("export-invalid", "", "A exportação não é válida: " + std::string(pt),
                       "The export is not valid: " + std::string(en));
}

}  // namespace eventstore
