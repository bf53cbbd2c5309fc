#include "domain/awards/point_conditions.hpp"

#include <algorithm>

#include "domain/core/text.hpp"

namespace awards {
namespace {

using core::Reason;
using regulation::Finding;
using regulation::Limits;

/// Whether the points, which are published as `text`, look like a limit and are not it.
bool rounding_hides(const Points& points, const std::string& text, const Limits& limits,
                    std::int64_t decimals) {
  const auto looks_like = [&](const std::optional<std::int64_t>& limit) {
    return limit && text == shown(*limit, decimals) && points != *limit;
  };
  return looks_like(limits.from) || looks_like(limits.above) || looks_like(limits.below);
}

Reason points_in_words(const Points& points, const Limits& limits, std::int64_t decimals) {
  const auto text = shown(points, decimals);
  Reason words{core::with_comma(text), text};
  if (rounding_hides(points, text, limits, decimals)) {
    words.pt += " (exatamente " + exact(points) + ")";
    words.en += " (exactly " + exact(points) + ")";
  }
  return words;
}

/// `where` follows the points: " na secção III".
Finding compare(const Points& points, const Limits& limits, const Reason& where,
                std::int64_t decimals) {
  const auto [pt, en] = points_in_words(points, limits, decimals);
  Finding finding{true, {"tem " + pt + " pontos" + where.pt, "has " + en + " points" + where.en}};
  if (const auto missed = regulation::missed_limit(limits, points)) {
    finding.met = false;
    finding.clause.pt += "; " + missed->pt;
    finding.clause.en += "; " + missed->en;
    return finding;
  }
  const auto allowed = regulation::limits_in_words(limits);
  finding.clause.pt += " (" + allowed.pt + ")";
  finding.clause.en += " (" + allowed.en + ")";
  return finding;
}

}  // namespace

std::string section_name(regulation::Section section) {
  return std::string(regulation::choice_names(section)[static_cast<std::size_t>(section)]);
}

Finding find(const regulation::TotalPoints& condition, const Score& score, std::int64_t decimals) {
  return compare(score.points, condition, {}, decimals);
}

Finding find(const regulation::SectionPoints& condition, const Score& score,
             std::int64_t decimals) {
  const auto name = section_name(condition.section);
  const auto found = score.sections.find(condition.section);
  if (found != score.sections.end())
    return compare(found->second, condition, {" na secção " + name, " in section " + name},
                   decimals);
  const auto limits = regulation::limits_in_words(condition);
  return {false,
          {"a secção " + name + " não se aplica; são precisos pontos nela (" + limits.pt + ")",
           "section " + name + " does not apply; points are needed in it (" + limits.en + ")"}};
}

}  // namespace awards
