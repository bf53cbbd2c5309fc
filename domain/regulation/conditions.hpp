#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/core/ids.hpp"
#include "domain/core/reason.hpp"
#include "domain/regulation/category.hpp"

/// What a regulation may ask of a dossier or of the entity that submits it.
namespace regulation {

/// A number's limits, each where it is set: `from` itself is within, `above` and `below` are not.
struct Limits {
  std::optional<std::int64_t> from = {};
  std::optional<std::int64_t> above = {};
  std::optional<std::int64_t> below = {};
  FIELDS(from, above, below)
};

/// The dossier's points of 100.
struct TotalPoints : Limits {
  static constexpr std::string_view kind = "points";
};

/// Its points of 100 within a section. A section that does not apply is within no limits.
struct SectionPoints : Limits {
  static constexpr std::string_view kind = "section";
  Section section = Section::I;
  FIELDS_AND_THOSE_OF(Limits, section)
};

/// The entity lies in one of the places named.
struct InTerritory {
  static constexpr std::string_view kind = "territory";
  std::vector<core::EntityCode> municipalities;
  std::vector<std::string> districts;
  std::vector<std::string> nuts;  ///< codes of NUTS 2 or 3
  FIELDS(municipalities, districts, nuts)
};

/// The entity's population as it was registered. An unknown one is within no limits.
struct Population : Limits {
  static constexpr std::string_view kind = "population";
};

/// With this edition it is the `editions`-th in a row: one of the awards was granted in each of
/// the editions before, as the regulation's `follows` names them.
struct InARow {
  static constexpr std::string_view kind = "in-a-row";
  std::vector<core::AwardId> awards;
  std::int64_t editions = 2;  ///< this one counted
  FIELDS(awards, editions)
};

/// None of the awards was granted in the last `editions` editions before this one.
struct NotAwarded {
  static constexpr std::string_view kind = "not-awarded";
  std::vector<core::AwardId> awards;
  std::int64_t editions = 1;
  FIELDS(awards, editions)
};

using EntityCondition = std::variant<InTerritory, Population, InARow, NotAwarded>;
using Condition =
    std::variant<TotalPoints, SectionPoints, InTerritory, Population, InARow, NotAwarded>;

/// "mínimo 75 e menos de 90".
[[nodiscard]] core::Reason limits_in_words(const Limits& limits);
[[nodiscard]] core::Reason too_few_in_words(const Limits& limits);
[[nodiscard]] core::Reason too_many_in_words(const Limits& limits);

/// Which limit the number misses, in words ("são precisos mais de 75"); nothing: it is within all.
template <class Number>
[[nodiscard]] std::optional<core::Reason> missed_limit(const Limits& limits, const Number& number) {
  if ((limits.from && number < *limits.from) || (limits.above && number <= *limits.above))
    return too_few_in_words(limits);
  if (limits.below && number >= *limits.below) return too_many_in_words(limits);
  return std::nullopt;
}

}  // namespace regulation
