#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace http {

/// A request target taken apart and percent-decoded.
struct Target {
  std::string path;                          ///< begins with "/"
  std::map<std::string, std::string> query;  ///< "+" is a blank; of repeated names the first counts
};

/// Reads "/edicoes/2021?pagina=2" (RFC 9112, origin form; of the absolute form what follows the
/// authority). Nothing for malformed percent-encoding, text that is not UTF-8, control characters
/// in the path, an encoded "/" or "\", and segments "." and "..", in whatever spelling.
[[nodiscard]] std::optional<Target> parse_target(std::string_view target);

/// The target that parse_target reads back as this one.
[[nodiscard]] std::string to_text(const Target& target);

}  // namespace http
