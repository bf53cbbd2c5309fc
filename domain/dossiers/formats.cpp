#include "domain/dossiers/formats.hpp"

#include <algorithm>
#include <charconv>

#include "domain/core/text.hpp"
#include "domain/core/unseen.hpp"

namespace dossiers {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
/// Part of a letter of any other script; what nobody sees has been refused before.
bool is_of_other_letter(char c) {
  return static_cast<unsigned char>(c) >= 0x80U;
}
bool is_hexadecimal(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_label(std::string_view label) {
  constexpr std::size_t longest = 63;
  return !label.empty() && label.size() <= longest && label.front() != '-' && label.back() != '-' &&
         std::ranges::all_of(label, [](char c) {
           return is_letter(c) || is_digit(c) || is_of_other_letter(c) || c == '-';
         });
}

bool is_host(std::string_view host) {
  const auto last_dot = host.rfind('.');
  if (last_dot == std::string_view::npos || last_dot + 1 == host.size()) return false;
  if (!is_letter(host[last_dot + 1]) && !is_of_other_letter(host[last_dot + 1])) return false;
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

/// How long the scheme with its marks is; 0 where there is none of a page's.
std::size_t scheme_length(std::string_view text) {
  for (const std::string_view scheme : {"https://", "http://"}) {
    const auto same = [](char one, char other) {
      return one == other || (is_letter(one) && (one | 0x20) == other);
    };
    if (text.size() >= scheme.size() &&
        std::ranges::equal(text.substr(0, scheme.size()), scheme, same))
      return scheme.size();
  }
  return 0;
}

bool is_mark(char c) {
  return std::string_view("-._~:/?#@!$&'()*+,;=%[]|").contains(c);
}

bool is_of_path(char c) {
  return is_letter(c) || is_digit(c) || is_of_other_letter(c) || is_mark(c);
}

bool is_encoded(std::string_view path) {
  for (auto at = path.find('%'); at != std::string_view::npos; at = path.find('%', at + 1))
    if (at + 2 >= path.size() || !is_hexadecimal(path[at + 1]) || !is_hexadecimal(path[at + 2]))
      return false;
  return true;
}

}  // namespace

std::optional<core::Reason> web_address_fault(std::string_view text) {
  constexpr std::size_t longest = 2000;
  if (core::characters(text) > longest)
    return core::Reason{"Um endereço tem no máximo 2000 caracteres.",
                        "An address has 2000 characters at most."};
  const auto scheme = scheme_length(text);
  if (scheme == 0)
    return core::Reason{
        "Escreva o endereço completo de uma página, a começar por https:// ou http://.",
        "Write the full address of a page, beginning with https:// or http://."};
  if (core::has_unseen(text))
    return core::Reason{"Um endereço não tem espaços nem caracteres que não se veem.",
                        "An address has no blanks, nor characters that are not seen."};
  text.remove_prefix(scheme);
  const auto end = std::min(text.find_first_of("/?#"), text.size());
  const auto authority = text.substr(0, end);
  const auto path = text.substr(end);
  if (authority.contains('@'))
    return core::Reason{"Um endereço não leva o nome de um utilizador antes de @.",
                        "An address does not name a user before @."};
  if (!is_authority(authority))
    return core::Reason{"Depois de // vem o nome de um sítio, como www.exemplo.pt.",
                        "After // comes the name of a site, such as www.example.pt."};
  if (!std::ranges::all_of(path, is_of_path))
    return core::Reason{"Um endereço não tem caracteres como \", <, > ou \\.",
                        "An address has no characters such as \", <, > or \\."};
  if (!is_encoded(path))
    return core::Reason{"Num endereço, depois de % vêm dois algarismos hexadecimais.",
                        "In an address two hexadecimal digits follow a %."};
  if (std::ranges::count(path, '#') > 1)
    return core::Reason{"Um endereço tem no máximo um #.", "An address has one # at most."};
  return std::nullopt;
}

}  // namespace dossiers
