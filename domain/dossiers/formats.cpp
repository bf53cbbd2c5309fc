#include "domain/dossiers/formats.hpp"

#include <algorithm>
#include <charconv>

namespace dossiers {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_label(std::string_view label) {
  constexpr std::size_t longest = 63;
  return !label.empty() && label.size() <= longest && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
}

bool is_host(std::string_view host) {
  const auto last_dot = host.rfind('.');
  if (last_dot == std::string_view::npos || last_dot + 1 == host.size()) return false;
  if (!is_letter(host[last_dot + 1])) return false;
  while (true) {
    const auto dot = host.find('.');
    if (!is_label(host.substr(0, dot))) return false;
    if (dot == std::string_view::npos) return true;
    host.remove_prefix(dot + 1);
  }
}

bool is_port(std::string_view port) {
  unsigned number = 0;
  const auto [rest, error] = std::from_chars(port.begin(), port.end(), number);
  return error == std::errc() && rest == port.end() && number >= 1 && number <= 65535;
}

bool is_authority(std::string_view authority) {
  const auto colon = authority.find(':');
  if (colon != std::string_view::npos && !is_port(authority.substr(colon + 1))) return false;
  return is_host(authority.substr(0, colon));
}

bool is_path(std::string_view path) {
  constexpr std::string_view marks = "-._~:/?#@!$&'()*+,;=";
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (is_letter(path[i]) || is_digit(path[i]) || marks.contains(path[i])) continue;
    const bool encoded = path[i] == '%' && i + 2 < path.size() && is_hexadecimal(path[i + 1]) &&
                         is_hexadecimal(path[i + 2]);
    if (!encoded) return false;
  }
  return std::ranges::count(path, '#') <= 1;
}

}  // namespace

bool is_web_address(std::string_view text) {
  constexpr std::size_t longest = 2000;
  const std::string_view scheme = text.starts_with("https://") ? "https://" : "http://";
  if (text.size() > longest || !text.starts_with(scheme)) return false;
  text.remove_prefix(scheme.size());
  const auto path = std::min(text.find_first_of("/?#"), text.size());
  return is_authority(text.substr(0, path)) && is_path(text.substr(path));
}

}  // namespace dossiers
