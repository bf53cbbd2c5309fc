#include "domain/awards/award_rules.hpp"

#include <algorithm>
#include <string>

#include "domain/core/text.hpp"

namespace awards {
namespace {

using regulation::AwardRule;
using regulation::Regulation;

/// The points as shown, with the exact fraction where rounding would hide that `minimum` is missed.
Reason points_in_words(const Points& points, std::int64_t minimum, std::int64_t decimals) {
  const auto text = shown(points, decimals);
  Reason words{core::with_comma(text), text};
  if (points < minimum && text == shown(minimum, decimals)) {
    words.pt += " (exatamente " + exact(points) + ")";
    words.en += " (exactly " + exact(points) + ")";
  }
  return words;
}

std::string section_name(regulation::Section section) {
  return std::string(regulation::choice_names(section)[static_cast<std::size_t>(section)]);
}

/// Why the dossier misses the award whatever the others do, or nothing.
class Threshold {
 public:
  Threshold(const AwardRule& rule, std::int64_t decimals) : rule_(rule), decimals_(decimals) {}

  [[nodiscard]] std::optional<Reason> missed_by(const Score& score) const {
    if (score.points < rule_.minimum_points) {
      const auto [pt, en] = points_in_words(score.points, rule_.minimum_points, decimals_);
      const auto minimum = std::to_string(rule_.minimum_points);
      return Reason{"Tem " + pt + " pontos; são precisos " + minimum + ".",
                    "Has " + en + " points; " + minimum + " are needed."};
    }
    for (const auto& minimum : rule_.section_minimums)
      if (auto reason = missed_in_section(score, minimum)) return reason;
    return std::nullopt;
  }

 private:
  [[nodiscard]] std::optional<Reason> missed_in_section(
      const Score& score, const regulation::SectionMinimum& minimum) const {
    const auto name = section_name(minimum.section);
    const auto points = std::to_string(minimum.points);
    const auto found = score.sections.find(minimum.section);
    if (found == score.sections.end())
      return Reason{"A secção " + name + " não se aplica; são precisos " + points + " pontos nela.",
                    "Section " + name + " does not apply; " + points + " points are needed in it."};
    if (found->second >= minimum.points) return std::nullopt;
    const auto [pt, en] = points_in_words(found->second, minimum.points, decimals_);
    return Reason{"Tem " + pt + " pontos na secção " + name + "; são precisos " + points + ".",
                  "Has " + en + " points in section " + name + "; " + points + " are needed."};
  }

  const AwardRule& rule_;
  std::int64_t decimals_;
};

Reason granted_reason(const AwardRule& rule, const Ranked& ranked, std::int64_t decimals) {
  const auto text = shown(ranked.candidate.score.points, decimals);
  const auto minimum = std::to_string(rule.minimum_points);
  Reason reason{"Tem " + core::with_comma(text) + " pontos (mínimo " + minimum + ")",
                "Has " + text + " points (minimum " + minimum + ")"};
  if (!rule.section_minimums.empty()) {
    reason.pt += " e os mínimos por secção";
    reason.en += " and the section minimums";
  }
  if (rule.quota) {
    reason.pt += "; é o " + std::to_string(ranked.rank) + ".º da sua categoria";
    reason.en += "; ranks number " + std::to_string(ranked.rank) + " in its category";
  }
  reason.pt += ".";
  reason.en += ".";
  return reason;
}

Reason quota_reason(std::int64_t quota) {
  const auto places = std::to_string(quota);
  return {"Cumpre os mínimos; as distinções disponíveis na categoria (" + places +
              ") cabem a candidaturas mais bem classificadas.",
          "Meets the minimums; the awards available in the category (" + places +
              ") go to dossiers that rank higher."};
}

/// One rule over one category; `ranked` holds that category only, best first.
void apply_rule(const AwardRule& rule, std::int64_t decimals, const std::vector<Ranked>& ranked,
                AwardDecisions& decisions) {
  std::int64_t qualified = 0;
  std::int64_t better = 0;  // those qualified with a better rank than the one at hand
  std::int64_t last_rank = 0;
  for (const auto& one : ranked) {
    AwardDecision decision{rule.award, rule.title, false, {}};
    if (const auto missed = Threshold(rule, decimals).missed_by(one.candidate.score)) {
      decision.reason = *missed;
    } else {
      if (one.rank != last_rank) better = qualified;
      last_rank = one.rank;
      ++qualified;
      decision.granted = !rule.quota || better < *rule.quota;
      decision.reason =
          decision.granted ? granted_reason(rule, one, decimals) : quota_reason(*rule.quota);
    }
    decisions[one.candidate.dossier].push_back(std::move(decision));
  }
}

}  // namespace

AwardDecisions decide_awards(const Regulation& regulation, const std::vector<Ranked>& ranked) {
  AwardDecisions decisions;
  for (const auto category : regulation.categories) {
    std::vector<Ranked> competing;
    std::ranges::copy_if(ranked, std::back_inserter(competing),
                         [&](const auto& one) { return one.candidate.category == category; });
    for (const auto& rule : regulation.awards)
      if (std::ranges::find(rule.categories, category) != rule.categories.end())
        apply_rule(rule, regulation.decimals, competing, decisions);
  }
  return decisions;
}

}  // namespace awards
