#include "domain/awards/ranking.hpp"

#include <algorithm>
#include <utility>

namespace awards {
namespace {

using regulation::Regulation;

template <class Key>
std::optional<Points> value_at(const std::map<Key, Points>& values, const Key& key) {
  const auto found = values.find(key);
  return found == values.end() ? std::nullopt : std::optional(found->second);
}

struct StepValue {
  const Score& score;

  std::optional<Points> operator()(const regulation::ByCriterion& step) const {
    return value_at(score.criteria, step.criterion);
  }
  std::optional<Points> operator()(const regulation::BySection& step) const {
    return value_at(score.sections, step.section);
  }
  std::optional<Points> operator()(const regulation::ByTopMarks&) const { return score.top_marks; }
};

/// What decides, in order: category, points (more is better), each step of the tie-break.
class Order {
 public:
  explicit Order(const Regulation& regulation) : steps_(regulation.tie_break) {}

  [[nodiscard]] bool before(const Candidate& one, const Candidate& other) const {
    if (one.category != other.category) return one.category < other.category;
    if (one.score.points != other.score.points) return one.score.points > other.score.points;
    for (const auto& step : steps_) {
      const auto left = std::visit(StepValue{one.score}, step);
      const auto right = std::visit(StepValue{other.score}, step);
      if (left != right) return left > right;
    }
    return false;
  }

  [[nodiscard]] bool equal(const Candidate& one, const Candidate& other) const {
    return !before(one, other) && !before(other, one);
  }

 private:
  const std::vector<regulation::TieBreak>& steps_;
};

}  // namespace

std::vector<Ranked> rank(const Regulation& regulation, std::vector<Candidate> candidates) {
  const Order order(regulation);
  std::ranges::sort(candidates, {}, &Candidate::dossier);
  std::ranges::stable_sort(candidates,
                           [&](const auto& a, const auto& b) { return order.before(a, b); });
  std::vector<Ranked> ranked;
  std::int64_t place = 0;
  for (auto& candidate : candidates) {
    const auto* last = ranked.empty() ? nullptr : &ranked.back();
    const bool same_category = last && last->candidate.category == candidate.category;
    place = same_category ? place + 1 : 1;
    const auto rank = last && order.equal(last->candidate, candidate) ? last->rank : place;
    ranked.push_back({std::move(candidate), rank});
  }
  return ranked;
}

}  // namespace awards
