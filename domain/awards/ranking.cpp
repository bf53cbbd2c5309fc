#include "domain/awards/ranking.hpp"

#include <algorithm>
#include <utility>

namespace awards {
namespace {

using regulation::Regulation;

template <class Key>
const Points* value_at(const std::map<Key, Points>& values, const Key& key) {
  const auto found = values.find(key);
  return found == values.end() ? nullptr : &found->second;
}

/// What a step of the tie-break looks at, or nullptr; more is better.
struct StepValue {
  const Score& score;

  const Points* operator()(const regulation::ByCriterion& step) const {
    return value_at(score.criteria, step.criterion);
  }
  const Points* operator()(const regulation::BySection& step) const {
    return value_at(score.sections, step.section);
  }
  const Points* operator()(const regulation::ByTopMarks&) const { return &score.top_marks; }
  const Points* operator()(const regulation::Shared&) const { return nullptr; }
  const Points* operator()(const regulation::ByDraw&) const { return nullptr; }
};

/// Whether the one is more than the other; nothing where they are equal. No value is less than any.
std::optional<bool> more(const Points* one, const Points* other) {
  if (one == nullptr || other == nullptr)
    return one == other ? std::nullopt : std::optional(one != nullptr);
  const auto order = one->compare(*other);
  return order == 0 ? std::nullopt : std::optional(order > 0);
}

/// Nothing where the step does not part them; else whether the one comes before the other.
std::optional<bool> parts(const regulation::TieBreak& step, const Candidate& one,
                          const Candidate& other) {
  if (std::holds_alternative<regulation::ByDraw>(step))
    return one.lot == other.lot ? std::nullopt : std::optional(one.lot < other.lot);
  return more(std::visit(StepValue{one.score}, step), std::visit(StepValue{other.score}, step));
}

}  // namespace

const Points* value_of(const regulation::Theming& theme, const Score& score) {
  return std::visit(StepValue{score}, theme);
}

Order::Order(const Regulation& regulation, std::optional<regulation::Theming> theme)
    : steps_(regulation.tie_break), theme_(std::move(theme)) {}

bool Order::before(const Candidate& one, const Candidate& other) const {
  if (theme_)
    if (const auto parted = more(value_of(*theme_, one.score), value_of(*theme_, other.score)))
      return *parted;
  if (const auto parted = more(&one.score.points, &other.score.points)) return *parted;
  for (const auto& step : steps_)
    if (const auto parted = parts(step, one, other)) return *parted;
  return false;
}

bool Order::equal(const Candidate& one, const Candidate& other) const {
  return !before(one, other) && !before(other, one);
}

std::vector<Ranked> rank(const Regulation& regulation, std::vector<Candidate> candidates) {
  const Order order(regulation);
  std::ranges::sort(candidates, {}, &Candidate::dossier);
  std::ranges::stable_sort(candidates, [&](const auto& a, const auto& b) {
    return a.category != b.category ? a.category < b.category : order.before(a, b);
  });
  std::vector<Ranked> ranked;
  std::int64_t place = 0;
  for (auto& candidate : candidates) {
    const auto* last = ranked.empty() ? nullptr : &ranked.back();
    const bool same_category = last && last->candidate.category == candidate.category;
    place = same_category ? place + 1 : 1;
    const auto rank = same_category && order.equal(last->candidate, candidate) ? last->rank : place;
    ranked.push_back({std::move(candidate), rank});
  }
  return ranked;
}

}  // namespace awards
