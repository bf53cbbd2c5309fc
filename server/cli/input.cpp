#include "server/cli/input.hpp"

#include <date/tz.h>

#include "eventstore/durable_file.hpp"

namespace server::cli {

core::Error unreadable(const std::string& field, const std::filesystem::path& file) {
  return {core::ErrorKind::Unavailable, "file-unreadable", field,
          "Não é possível ler " + file.string() + ".", "Cannot read " + file.string() + "."};
}

core::Result<std::string> read_input(const std::string& field, const std::filesystem::path& file,
                                     std::size_t largest) {
  const auto text = eventstore::read_small_file(file, largest);
  if (!text || !*text) return core::fail(unreadable(field, file));
  return **text;
}

std::string in_lisbon(const core::Instant& instant) {
  const auto time = std::chrono::floor<std::chrono::seconds>(instant.time());
  return date::format("%F %T %Z", date::make_zoned("Europe/Lisbon", time));
}

}  // namespace server::cli
