#include "domain/core/text.hpp"

#include <algorithm>

#include "domain/core/unseen.hpp"

namespace core {
namespace {

bool continues_a_character(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_host_character(char c) {
  return (c >= 'a' && c <= 'z') || is_digit(c) || c == '.' || c == '-';
}

bool is_visible_ascii(char c) {
  return c > ' ' && c <= '~';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

std::size_t characters(std::string_view utf8) {
  return utf8.size() - static_cast<std::size_t>(std::ranges::count_if(utf8, continues_a_character));
}

Result<void> check_length(std::string_view text, const std::string& field, std::size_t fewest,
                          std::size_t most) {
  const auto points = code_points(text);
  if (fewest > 0 && !text.empty() && std::ranges::all_of(points, is_blank))
    return fail(invalid("text-unreadable", field, "Este texto só tem espaços em branco.",
                        "There are only blanks in this text."));
  if (std::ranges::any_of(points, is_control))
    return fail(invalid("text-unreadable", field,
                        "Escreva um texto que se leia, sem caracteres de controlo.",
                        "Write a text that can be read, without control characters."));
  const auto length = characters(text);
  if (fewest <= length && length <= most) return {};
  const auto from = std::to_string(fewest);
  const auto to = std::to_string(most);
  const auto has = std::to_string(length);
  return fail(
      invalid("text-length", field,
              "Escreva de " + from + " a " + to + " caracteres; este texto tem " + has + ".",
              "Write " + from + " to " + to + " characters; this text has " + has + "."));
}

std::string with_comma(std::string decimal) {
  std::ranges::replace(decimal, '.', ',');
  return decimal;
}

bool is_host(std::string_view text) {
  constexpr std::size_t longest = 253;
  const bool edges = !text.starts_with('.') && !text.starts_with('-') && !text.ends_with('.') &&
                     !text.ends_with('-');
  return edges && text.size() <= longest && text.find('.') != std::string_view::npos &&
         text.find("..") == std::string_view::npos && std::ranges::all_of(text, is_host_character);
}

bool is_nipc(std::string_view text) {
  constexpr std::string_view legal_persons = "5679";
  if (text.size() != 9 || !std::ranges::all_of(text, is_digit)) return false;
  if (!legal_persons.contains(text.front())) return false;
  int sum = 0;
  for (int i = 0; i < 8; ++i) sum += (9 - i) * (text[static_cast<std::size_t>(i)] - '0');
  const int left = 11 - sum % 11;
  return text.back() - '0' == (left >= 10 ? 0 : left);
}

bool is_email(std::string_view text) {
  constexpr std::size_t longest = 254;
  const auto at = text.find('@');
  if (at == std::string_view::npos || at == 0 || text.size() > longest) return false;
  std::string domain(text.substr(at + 1));
  std::ranges::transform(domain, domain.begin(), lower);
  return std::ranges::all_of(text.substr(0, at), is_visible_ascii) && is_host(domain);
}

}  // namespace core
