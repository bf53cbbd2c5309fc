#include "server/transparency/tile_path.hpp"

#include <fmt/format.h>

#include <charconv>

namespace server::transparency {
namespace {

constexpr std::uint64_t full = 256;
constexpr std::uint64_t highest_level = 63;
constexpr std::uint64_t indexes = std::uint64_t{1} << 56;  ///< 2^64 leaves are 2^56 tiles

/// Digits alone; a zero before others is refused.
std::optional<std::uint64_t> number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || std::to_string(value) != text) return std::nullopt;
  return value;
}

/// The digits of "x001/x234/067", read whatever stands between them.
std::uint64_t digits_in(std::string_view text) {
  std::uint64_t value = 0;
  for (const char c : text)
    if (c >= '0' && c <= '9' && value < indexes)
      value = value * 10 + static_cast<std::uint64_t>(c - '0');
  return value;
}

}  // namespace

std::string TilePath::text() const {
  constexpr std::uint64_t thousand = 1000;
  auto text = fmt::format("{:03}", index % thousand);
  for (auto rest = index / thousand; rest > 0; rest /= thousand)
    text = fmt::format("x{:03}/{}", rest % thousand, text);
  return width == full ? text : fmt::format("{}.p/{}", text, width);
}

/// Read leniently and written again, so that there is one way to write each.
std::optional<TilePath> parse_tile_path(std::string_view level, std::string_view index) {
  constexpr std::string_view partial = ".p/";
  const auto dot = index.find(partial);
  const auto height = number(level);
  const auto width = dot == std::string_view::npos ? std::optional(full)
                                                   : number(index.substr(dot + partial.size()));
  if (!height || *height > highest_level || !width || *width < 1 || *width > full)
    return std::nullopt;
  const TilePath path{static_cast<unsigned>(*height), digits_in(index.substr(0, dot)), *width};
  if (path.index >= indexes || path.text() != index) return std::nullopt;
  return path;
}

}  // namespace server::transparency
