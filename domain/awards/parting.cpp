#include "domain/awards/parting.hpp"

#include <algorithm>

#include "domain/awards/point_conditions.hpp"
#include "domain/core/assert.hpp"
#include "domain/core/text.hpp"

namespace awards {
namespace {

using Value = std::optional<PublishedPoints>;

/// As published; exactly too where both look the same.
Reason in_words(const Value& value, bool exactly) {
  if (!value) return {"não se aplica", "does not apply"};
  Reason words{core::with_comma(value->shown), value->shown};
  if (!exactly) return words;
  return {words.pt + " (exatamente " + value->exact + ")",
          words.en + " (exactly " + value->exact + ")"};
}

std::optional<Reason> contrast(Reason by, const Value& one, const Value& other) {
  if (one == other) return std::nullopt;
  const bool alike = one && other && one->shown == other->shown;
  const auto more = in_words(one, alike);
  const auto less = in_words(other, alike);
  return Reason{std::move(by.pt) + ": " + more.pt + " contra " + less.pt,
                std::move(by.en) + ": " + more.en + " against " + less.en};
}

Value in_section(const DossierResult& result, regulation::Section section) {
  const auto found = std::ranges::find(result.sections, section, &SectionResult::section);
  return found == result.sections.end() ? std::nullopt : found->points;
}

Value in_criterion(const RankedBy& values, const core::CriterionId& id) {
  const auto found = std::ranges::find(values.criteria, id, &CriterionResult::criterion);
  return found == values.criteria.end() ? std::nullopt : found->points;
}

/// What one step tells of two dossiers that say what they are ranked by: nothing where they are
/// equal in it.
struct Step {
  const regulation::Regulation& regulation;
  const DossierResult& one;
  const DossierResult& other;

  std::optional<Reason> operator()(const regulation::BySection& step) const {
    const auto name = section_name(step.section);
    return contrast({"pela secção " + name, "by section " + name}, in_section(one, step.section),
                    in_section(other, step.section));
  }
  std::optional<Reason> operator()(const regulation::ByCriterion& step) const {
    const auto name = criterion_in_words(regulation, step.criterion);
    return contrast({"pelo " + name.pt, "by the " + name.en},
                    in_criterion(*one.ranked_by, step.criterion),
                    in_criterion(*other.ranked_by, step.criterion));
  }
  std::optional<Reason> operator()(const regulation::ByTopMarks&) const {
    return contrast({"pelas notas máximas por jurado", "by top marks per juror"},
                    one.ranked_by->top_marks, other.ranked_by->top_marks);
  }
  std::optional<Reason> operator()(const regulation::ByDraw&) const {
    if (!one.ranked_by->lot || !other.ranked_by->lot) return std::nullopt;
    return Reason{"pelo sorteio público, em que vem primeiro o menor: " + *one.ranked_by->lot +
                      " contra " + *other.ranked_by->lot,
                  "by the public draw, in which the lowest comes first: " + *one.ranked_by->lot +
                      " against " + *other.ranked_by->lot};
  }
  std::optional<Reason> operator()(const regulation::Shared&) const { return std::nullopt; }
};

}  // namespace

Reason criterion_in_words(const regulation::Regulation& regulation, const core::CriterionId& id) {
  const auto found = regulation::find_criterion(regulation, id);
  core::ensure(found.has_value(), "a result is ranked by criteria of its regulation");
  return {"critério «" + found->criterion->title + "»",
          "criterion \"" + found->criterion->title + "\""};
}

std::optional<Reason> parting(const regulation::Regulation& regulation, const DossierResult& one,
                              const DossierResult& other) {
  if (auto parted =
          contrast({"pela pontuação exata", "by the exact points"}, one.points, other.points))
    return parted;
  if (!one.ranked_by || !other.ranked_by) return std::nullopt;
  for (const auto& step : regulation.tie_break)
    if (auto parted = std::visit(Step{regulation, one, other}, step)) return parted;
  return std::nullopt;
}

}  // namespace awards
