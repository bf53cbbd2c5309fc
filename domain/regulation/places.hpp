#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// The places that a regulation may name beside municipalities, as reference/entities.json writes
/// them. A test holds the one against the other.
namespace regulation {

/// A district or, in the autonomous regions, an island. The codes of its municipalities begin with
/// its own, and count them: "0101" to "0119".
struct District {
  std::string_view code;
  std::string_view name;
  int municipalities = 0;
};

[[nodiscard]] std::span<const District> all_districts();

/// NUTS 2024 of levels 2 and 3 (Regulation (EU) 2023/674).
[[nodiscard]] std::span<const std::string_view> all_nuts();

[[nodiscard]] bool is_district(std::string_view name);
[[nodiscard]] bool is_nuts(std::string_view code);
/// Whether a municipality has this code.
[[nodiscard]] bool is_municipality_code(std::string_view code);

/// The district or NUTS code that `text` misses by case, accents or blanks alone: "Braganca",
/// "pt11".
[[nodiscard]] std::optional<std::string> meant_place(std::string_view text);

}  // namespace regulation
