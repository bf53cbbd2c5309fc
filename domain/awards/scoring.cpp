#include "domain/awards/scoring.hpp"

#include <algorithm>
#include <utility>

#include "domain/core/assert.hpp"

namespace awards {
namespace {

using regulation::PanelRule;
using regulation::Regulation;

/// A weighted mean in the making.
struct Sum {
  Points weighted = 0;
  Points weight = 0;

  void add(const Points& value, std::int64_t by) {
    weighted += value * by;
    weight += by;
  }
  [[nodiscard]] bool empty() const { return weight == 0; }
  [[nodiscard]] Points mean() const { return weighted / weight; }
};

Points mean(const std::vector<Points>& values) {
  Sum sum;
  for (const auto& value : values) sum.add(value, 1);
  return sum.mean();
}

Points trimmed_mean(std::vector<Points> values) {
  if (values.size() < 3) return mean(values);
  std::ranges::sort(values);
  return mean({values.begin() + 1, values.end() - 1});
}

Points median(std::vector<Points> values) {
  std::ranges::sort(values);
  const auto middle = values.size() / 2;
  if (values.size() % 2 == 1) return values[middle];
  return (values[middle - 1] + values[middle]) / 2;
}

/// What all jurors gave, gathered for the panel's rule.
struct Given {
  std::vector<Points> points;
  std::map<regulation::Section, std::vector<Points>> sections;
  std::map<core::CriterionId, std::vector<Points>> criteria;
  std::int64_t top_marks = 0;

  void add(const Regulation& regulation, const Sheet& sheet) {
    Sum total;
    std::map<regulation::Section, Sum> by_section;
    for (const auto& mark : sheet) {
      const auto placed = regulation::find_criterion(regulation, mark.criterion);
      core::ensure(placed.has_value(), "a mark is on a criterion of the regulation");
      if (!mark.value) continue;
      const auto value = on_hundred(*mark.value, placed->section->scale);
      total.add(value, placed->criterion->weight);
      by_section[placed->section->section].add(value, placed->criterion->weight);
      criteria[mark.criterion].push_back(value);
      if (*mark.value == placed->section->scale.maximum) ++top_marks;
    }
    if (total.empty()) return;
    points.push_back(total.mean());
    for (const auto& [section, sum] : by_section) sections[section].push_back(sum.mean());
  }
};

template <class Key>
std::map<Key, Points> panel_values(PanelRule rule,
                                   const std::map<Key, std::vector<Points>>& given) {
  std::map<Key, Points> values;
  for (const auto& [key, points] : given) values[key] = panel_value(rule, points);
  return values;
}

}  // namespace

Points on_hundred(std::int64_t value, const regulation::Scale& scale) {
  core::ensure(scale.minimum <= value && value <= scale.maximum, "a mark is within its scale");
  return Points(100 * (value - scale.minimum), scale.maximum - scale.minimum);
}

Points panel_value(PanelRule rule, std::vector<Points> values) {
  core::ensure(!values.empty(), "a panel has at least one juror");
  switch (rule) {
    case PanelRule::Mean:
      return mean(values);
    case PanelRule::TrimmedMean:
      return trimmed_mean(std::move(values));
    case PanelRule::Median:
      return median(std::move(values));
  }
  std::unreachable();
}

std::optional<Score> score(const Regulation& regulation, const std::vector<Sheet>& sheets) {
  Given given;
  for (const auto& sheet : sheets) given.add(regulation, sheet);
  const auto jurors = std::ssize(given.points);
  if (jurors == 0 || jurors < regulation.minimum_jurors) return std::nullopt;
  return Score{panel_value(regulation.panel_rule, given.points),
               panel_values(regulation.panel_rule, given.sections),
               panel_values(regulation.panel_rule, given.criteria), Points(given.top_marks, jurors),
               jurors};
}

}  // namespace awards
