#include "domain/awards/scoring.hpp"

#include <algorithm>
#include <utility>

#include "domain/core/assert.hpp"

namespace awards {
namespace {

using regulation::PanelRule;
using regulation::Regulation;
using Integer = boost::multiprecision::cpp_int;

/// How many of the lowest values the panel's rule leaves out, and how many of the highest. The
/// panel's value is the mean of the others.
std::size_t left_out(PanelRule rule, std::size_t values) {
  switch (rule) {
    case PanelRule::Mean:
      return 0;
    case PanelRule::TrimmedMean:
      return values < 3 ? 0 : 1;
    case PanelRule::Median:
      return (values - 1) / 2;
  }
  std::unreachable();
}

/// A fraction as it comes, not in lowest terms: bringing it there costs more than all the rest.
template <class Whole>
struct Quotient {
  Whole over = 0;
  Whole under = 1;
};

using Exact = Quotient<Integer>;
/// Of one section or criterion, which no regulation makes so large that it does not fit.
using Partial = Quotient<std::int64_t>;

template <class Whole>
bool are_level(const std::vector<Quotient<Whole>>& values) {
  return std::ranges::all_of(
      values, [&](const auto& value) { return value.under == values.front().under; });
}

/// Brings all to one denominator.
void level(std::vector<Exact>& values) {
  Integer common = values.front().under;
  for (const auto& value : values) common = lcm(common, value.under);
  for (auto& [over, under] : values) {
    over *= common / under;
    under = common;
  }
}

/// The mean of what the rule leaves in, of values with one denominator.
template <class Whole>
Points mean_within(PanelRule rule, std::vector<Quotient<Whole>>& values) {
  core::ensure(!values.empty(), "a panel has at least one juror");
  const auto out = left_out(rule, values.size());
  if (out > 0) std::ranges::sort(values, {}, &Quotient<Whole>::over);
  Integer over = 0;
  for (auto i = out; i < values.size() - out; ++i) over += values[i].over;
  Integer under = values.front().under;
  under *= values.size() - 2 * out;
  return {over, under};
}

Points panel_value(PanelRule rule, std::vector<Exact> values) {
  if (!are_level(values)) level(values);
  return mean_within(rule, values);
}

Points panel_value(PanelRule rule, std::vector<Partial> values) {
  if (are_level(values)) return mean_within(rule, values);
  std::vector<Exact> exact;
  for (const auto& [over, under] : values) exact.push_back({over, under});
  return panel_value(rule, std::move(exact));
}

/// A section's marks of one juror, added up: steps of the scale above its minimum, each by its
/// criterion's weight. What the regulation and what_if allow stays below 10^13.
struct Sum {
  std::int64_t steps = 0;
  std::int64_t weight = 0;
};

/// A criterion of the regulation, and what the panel gave on it where the regulation ranks by it.
struct Place {
  const regulation::Criterion* criterion = nullptr;
  std::size_t section = 0;
  bool ranks = false;
  std::vector<Partial> given = {};
};

/// What all jurors gave, gathered for the panel's rule.
class Given {
 public:
  Given(const Regulation& regulation, std::size_t jurors)
      : regulation_(regulation), sections_(regulation.sections.size()) {
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      scale_ = lcm(scale_, Integer(range_of(i)));
      for (const auto& criterion : regulation.sections[i].criteria)
        places_.push_back({&criterion, i, ranks_by(regulation, criterion.id)});
    }
    points_.reserve(jurors);
    for (std::size_t i = 0; i < sections_.size(); ++i) {
      steps_.emplace_back(scale_ / range_of(i));
      sections_[i].reserve(jurors);
    }
  }

  void add(const Sheet& sheet) {
    std::vector<Sum> sums(sections_.size());
    for (const auto& mark : sheet) add(mark, sums);
    if (std::ranges::all_of(sums, [](const Sum& sum) { return sum.weight == 0; })) return;
    points_.push_back(of_juror(total(sums)));
    for (std::size_t i = 0; i < sums.size(); ++i)
      if (sums[i].weight > 0)
        sections_[i].push_back(
            of_juror(Partial{100 * sums[i].steps, range_of(i) * sums[i].weight}));
  }

  [[nodiscard]] std::optional<Score> score() const {
    const auto jurors = std::ssize(points_);
    if (jurors == 0 || jurors < regulation_.minimum_jurors) return std::nullopt;
    Score score{of_panel(points_), {}, {}, Points(top_marks_, jurors), jurors};
    for (std::size_t i = 0; i < sections_.size(); ++i)
      if (is_majority(sections_[i].size()))
        score.sections[regulation_.sections[i].section] = of_panel(sections_[i]);
    for (const auto& place : places_)
      if (is_majority(place.given.size()))
        score.criteria[place.criterion->id] = of_panel(place.given);
    return score;
  }

 private:
  /// One juror alone neither makes a section or a criterion apply nor keeps it from it.
  [[nodiscard]] bool is_majority(std::size_t jurors) const { return 2 * jurors > points_.size(); }

  /// Rounded, where the regulation wants it at this step.
  template <class Whole>
  [[nodiscard]] Quotient<Whole> of_juror(Quotient<Whole> points) const {
    if (!regulation_.rounding || !regulation_.rounding->jurors) return points;
    const auto value = rounded({points.over, points.under}, *regulation_.rounding->jurors);
    return {static_cast<Whole>(numerator(value)), static_cast<Whole>(denominator(value))};
  }
  template <class Whole>
  [[nodiscard]] Points of_panel(const std::vector<Quotient<Whole>>& given) const {
    auto points = panel_value(regulation_.panel_rule, given);
    if (!regulation_.rounding || !regulation_.rounding->panel) return points;
    return rounded(points, *regulation_.rounding->panel);
  }

  [[nodiscard]] std::int64_t range_of(std::size_t section) const {
    const auto& scale = regulation_.sections[section].scale;
    return scale.maximum - scale.minimum;
  }

  /// The mark's place: the one after the last found, where marks are in order.
  Place& place_of(const core::CriterionId& id) {
    for (std::size_t tried = 0; tried < places_.size(); ++tried) {
      auto& place = places_[next_];
      next_ = (next_ + 1) % places_.size();
      if (place.criterion->id == id) return place;
    }
    core::ensure(false, "a mark is on a criterion of the regulation");
    std::unreachable();
  }

  void add(const facts::Mark& mark, std::vector<Sum>& sums) {
    auto& [criterion, section, ranks, given] = place_of(mark.criterion);
    if (!mark.value) return;
    const auto& scale = regulation_.sections[section].scale;
    core::ensure(scale.minimum <= *mark.value && *mark.value <= scale.maximum,
                 "a mark is within its scale");
    const auto steps = *mark.value - scale.minimum;
    sums[section].steps += steps * criterion->weight;
    sums[section].weight += criterion->weight;
    if (ranks) given.push_back(of_juror(Partial{100 * steps, range_of(section)}));
    if (*mark.value == scale.maximum) ++top_marks_;
  }

  /// All sections on one scale.
  [[nodiscard]] Exact total(const std::vector<Sum>& sums) const {
    Exact total{0, 0};
    for (std::size_t i = 0; i < sums.size(); ++i) {
      total.over += sums[i].steps * steps_[i];
      total.under += sums[i].weight;
    }
    return {100 * total.over, scale_ * total.under};
  }

  const Regulation& regulation_;
  Integer scale_ = 1;           ///< the least that is a multiple of each section's
  std::vector<Integer> steps_;  ///< on it, for one step of the section's
  std::vector<Place> places_;
  std::size_t next_ = 0;
  std::vector<Exact> points_;
  std::vector<std::vector<Partial>> sections_;
  std::int64_t top_marks_ = 0;
};

}  // namespace

bool ranks_by(const Regulation& regulation, const core::CriterionId& id) {
  const auto by = [&](const auto& step) {
    const auto* criterion = std::get_if<regulation::ByCriterion>(&step);
    return criterion != nullptr && criterion->criterion == id;
  };
  return std::ranges::any_of(regulation.tie_break, by) ||
         std::ranges::any_of(regulation.awards, [&](const regulation::AwardRule& award) {
           return award.best_by && by(*award.best_by);
         });
}

Points panel_value(PanelRule rule, const std::vector<Points>& values) {
  std::vector<Exact> exact;
  for (const auto& value : values) exact.push_back({numerator(value), denominator(value)});
  return panel_value(rule, std::move(exact));
}

std::optional<Score> score(const Regulation& regulation, const std::vector<Sheet>& sheets) {
  Given given(regulation, sheets.size());
  for (const auto& sheet : sheets) given.add(sheet);
  return given.score();
}

}  // namespace awards
