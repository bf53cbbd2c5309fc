#include "eventstore/errors.hpp"

#include <utility>

namespace eventstore {
namespace {

using core::ErrorKind;

std::string joined(std::string_view text, std::string_view detail) {
  return std::string(text) + std::string(detail);
}

}  // namespace

core::Error stale_version(const StreamName& stream) {
  return {ErrorKind::Conflict, "stale-version", stream.category + "/" + stream.id,
          "O registo mudou desde que o leu. Volte a lê-lo e repita a operação.",
          "The record has changed since you read it. Read it again and repeat the operation."};
}

core::Error command_id_reused() {
  return core::error_of(ErrorKind::Conflict, "command-id-reused",
                        "Este identificador de comando já foi usado com outro conteúdo.",
                        "This command id was already used with another content.");
}

core::Error unknown_person(const std::string& person) {
  return {ErrorKind::NotFound, "unknown-person", "person",
          "Não há dados de " + person + " no registo.", "The log holds no data of " + person + "."};
}

core::Error event_too_large() {
  return core::error_of(ErrorKind::TooLarge, "event-too-large",
                        "Um registo não pode ocupar mais de 8 MiB.",
                        "A record cannot take more than 8 MiB.");
}

core::Error append_too_large() {
  return core::error_of(ErrorKind::TooLarge, "append-too-large",
                        "Uma operação não pode ter mais de 4096 registos nem mais de 12 MiB.",
                        "An operation cannot have more than 4096 records or more than 12 MiB.");
}

core::Error store_read_only(bool full) {
  if (full)
    return core::error_of(ErrorKind::Unavailable, "store-read-only",
                          "O disco está cheio: só é possível consultar.",
                          "The disk is full: reading only.");
  return core::error_of(ErrorKind::Unavailable, "store-read-only",
                        "Uma escrita no disco falhou: só é possível consultar.",
                        "A write to the disk failed: reading only.");
}

core::Error disk_nearly_full() {
  return core::error_of(ErrorKind::Unavailable, "disk-nearly-full",
                        "O disco está quase cheio: só é possível consultar até haver espaço.",
                        "The disk is nearly full: reading only until there is room.");
}

core::Error log_behind_checkpoint(Position head, Position signed_size) {
  const auto now = std::to_string(head);
  const auto then = std::to_string(signed_size);
  return core::error_of(
      ErrorKind::Unavailable, "log-behind-checkpoint",
      "O registo acaba na posição " + now + ", mas já esteve na posição " + then +
          ", como diz o seu último ponto de controlo assinado: só é possível consultar.",
      "The log ends at position " + now + ", but once stood at position " + then +
          ", as its last signed checkpoint says: reading only.");
}

core::Error log_differs_from_checkpoint(Position size) {
  const auto events = std::to_string(size);
  return core::error_of(
      ErrorKind::Unavailable, "log-differs-from-checkpoint",
      "Os primeiros " + events +
          " registos não são os que o último ponto de controlo assinou: só é possível consultar.",
      "The first " + events +
          " events are not those that the last checkpoint signed: reading only.");
}

core::Error checkpoint_unreadable() {
  return core::error_of(ErrorKind::Unavailable, "checkpoint-unreadable",
                        "Falta o ponto de controlo do registo, ou não foi assinado com a chave "
                        "deste registo: só é possível consultar.",
                        "The log's checkpoint is missing, or was not signed with this log's key: "
                        "reading only.");
}

core::Error damaged_at(Position position, std::string_view pt, std::string_view en) {
  const auto place = std::to_string(position) + ": ";
  return core::error_of(ErrorKind::Unavailable, "store-damaged",
                        joined("Registo danificado na posição " + place, pt),
                        joined("Damaged at position " + place, en));
}

core::Error damaged_store(std::string_view cause) {
  return core::error_of(ErrorKind::Unavailable, "store-damaged",
                        joined("O arquivo de eventos está danificado: ", cause),
                        joined("The event store is damaged: ", cause));
}

core::Error store_in_use() {
  return core::error_of(ErrorKind::Unavailable, "store-in-use",
                        "O arquivo de eventos está aberto noutro processo.",
                        "The event store is open in another process.");
}

core::Error store_format_unknown(std::string_view format) {
  return core::error_of(ErrorKind::Unavailable, "store-format-unknown",
                        joined("Formato desconhecido do arquivo de eventos: ", format),
                        joined("Unknown format of the event store: ", format));
}

core::Error store_unavailable(std::string_view cause) {
  return core::error_of(ErrorKind::Unavailable, "store-unavailable",
                        joined("Não foi possível abrir o arquivo de eventos: ", cause),
                        joined("The event store could not be opened: ", cause));
}

}  // namespace eventstore
