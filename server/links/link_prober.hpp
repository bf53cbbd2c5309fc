#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace server::links {

/// Which addresses may be asked: those of this machine and of private networks are not what a
/// stranger's link is to reach (RFC 6890).
enum class Reach { PublicAlone, Anywhere };

struct Probed {
  bool answers = false;                ///< with 200 to 299, after at most five redirections
  std::optional<std::int64_t> status;  ///< of HTTP; nothing where nobody answered
};

/// Asks for the page by HEAD, and by GET where that is refused, for at most 10 s and 64 KiB. Only
/// http and https, wherever it is led on to.
[[nodiscard]] Probed probe(const std::string& url, Reach reach);

}  // namespace server::links
