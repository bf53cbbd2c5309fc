#include "server/http/target.hpp"

#include <algorithm>
#include <boost/locale/utf.hpp>
#include <boost/url/src.hpp>  // the whole library: this is its only user
#include <ranges>

namespace http {
namespace {

namespace urls = boost::urls;

bool is_utf8(std::string_view text) {
  using Utf8 = boost::locale::utf::utf_traits<char>;
  for (const auto *next = text.data(), *end = next + text.size(); next != end;) {
    if (!boost::locale::utf::is_valid_codepoint(Utf8::decode(next, end))) return false;
  }
  return true;
}

/// No segment that leads elsewhere, nothing that a log line or a file system could misread.
bool is_plain(std::string_view path) {
  const auto is_forbidden = [](unsigned char c) { return c < 0x20 || c == 0x7f || c == '\\'; };
  const auto is_dots = [](auto segment) {
    return std::ranges::equal(segment, std::string_view(".")) ||
           std::ranges::equal(segment, std::string_view(".."));
  };
  return is_utf8(path) && std::ranges::none_of(path, is_forbidden) &&
         std::ranges::none_of(path | std::views::split('/'), is_dots);
}

std::string_view origin_form(std::string_view target) {
  for (const std::string_view scheme : {"http://", "https://"}) {
    if (!target.starts_with(scheme)) continue;
    const auto path = target.find_first_of("/?", scheme.size());
    return path == std::string_view::npos ? "/" : target.substr(path);
  }
  return target;
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  const auto parsed = urls::parse_origin_form(origin_form(text));
  if (!parsed) return std::nullopt;
  Target target;
  target.path = parsed->path();
  const bool hides_a_slash =
      std::ranges::count(target.path, '/') != std::ranges::count(parsed->encoded_path(), '/');
  if (hides_a_slash || !is_plain(target.path)) return std::nullopt;
  const urls::encoding_opts blank_as_plus(true);
  for (const auto& [name, value, has_value] : parsed->params(blank_as_plus)) {
    if (!is_utf8(name) || !is_utf8(value)) return std::nullopt;
    target.query.emplace(name, value);
  }
  return target;
}

std::string to_text(const Target& target) {
  constexpr auto path_characters = urls::unreserved_chars + '/';
  std::string text = urls::encode(target.path, path_characters);
  char separator = '?';
  for (const auto& [name, value] : target.query) {
    text += separator + urls::encode(name, urls::unreserved_chars) + '=' +
            urls::encode(value, urls::unreserved_chars);
    separator = '&';
  }
  return text;
}

}  // namespace http
