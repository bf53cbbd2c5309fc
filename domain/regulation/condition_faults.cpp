#include <algorithm>

#include "domain/core/text.hpp"
#include "domain/regulation/faults.hpp"

namespace regulation {
namespace {

constexpr std::int64_t most_points = 100;
constexpr std::int64_t most_people = 100'000'000;
constexpr std::int64_t most_editions = 50;

bool is_code_of_municipality(const core::EntityCode& code) {
  return code.text().size() == 4;
}

bool is_code_of_nuts(const std::string& code) {
  return (code.size() == 4 || code.size() == 5) && code.starts_with("PT");
}

/// Checks one condition, whatever kind it is of.
class ConditionCheck {
 public:
  ConditionCheck(const Regulation& regulation, std::string place, Faults& faults)
      : regulation_(regulation), place_(std::move(place)), faults_(faults) {}

  void operator()(const TotalPoints& condition) { check_limits(condition, most_points); }
  void operator()(const SectionPoints& condition) {
    check_limits(condition, most_points);
    check_section_is_marked(regulation_, condition.section, place_ + ".section", faults_);
  }
  void operator()(const Population& condition) { check_limits(condition, most_people); }
  void operator()(const InTerritory& condition) {
    const auto& [municipalities, districts, nuts] = condition;
    faults_.unless(!municipalities.empty() || !districts.empty() || !nuts.empty(), "territory",
                   place_, "Indique municípios, distritos ou regiões NUTS.",
                   "Name municipalities, districts or NUTS regions.");
    for (std::size_t i = 0; i < municipalities.size(); ++i)
      faults_.unless(is_code_of_municipality(municipalities[i]), "entity-code",
                     core::item(place_ + ".municipalities", i),
                     "O código de um município tem 4 caracteres.",
                     "The code of a municipality has 4 characters.");
    for (std::size_t i = 0; i < nuts.size(); ++i)
      faults_.unless(is_code_of_nuts(nuts[i]), "nuts-code", core::item(place_ + ".nuts", i),
                     "Um código NUTS tem a forma PT11 ou PT11A.",
                     "A NUTS code looks like PT11 or PT11A.");
  }
  void operator()(const InARow& condition) { check_earlier(condition, 2); }
  void operator()(const NotAwarded& condition) { check_earlier(condition, 1); }

 private:
  void check_limits(const Limits& limits, std::int64_t most) {
    const auto within = [&](const std::optional<std::int64_t>& limit) {
      return !limit || (0 <= *limit && *limit <= most);
    };
    const auto lowest = limits.from ? limits.from : limits.above;
    faults_.unless(within(limits.from) && within(limits.above) && within(limits.below),
                   "limits-range", place_, "Os limites vão de 0 a " + std::to_string(most) + ".",
                   "Limits go from 0 to " + std::to_string(most) + ".");
    faults_.unless((lowest || limits.below) && !(limits.from && limits.above), "limits", place_,
                   "Indique from ou above, e below onde houver um limite de cima.",
                   "Name from or above, and below where there is an upper limit.");
    faults_.unless(!lowest || !limits.below || *lowest < *limits.below, "limits", place_,
                   "O limite de baixo tem de ser menor do que o de cima.",
                   "The lower limit has to be less than the upper one.");
  }

  template <class Earlier>
  void check_earlier(const Earlier& condition, std::int64_t fewest) {
    faults_.unless(condition.editions >= fewest && condition.editions <= most_editions, "editions",
                   place_ + ".editions", "As edições vão de " + std::to_string(fewest) + " a 50.",
                   "Editions go from " + std::to_string(fewest) + " to 50.");
    faults_.unless(!condition.awards.empty(), "awards-missing", place_ + ".awards",
                   "Indique pelo menos uma distinção.", "Name at least one award.");
    for (std::size_t i = 0; i < condition.awards.size(); ++i)
      faults_.unless(
          std::ranges::count(regulation_.awards, condition.awards[i], &AwardRule::id) > 0,
          "unknown-award", core::item(place_ + ".awards", i), "Esta distinção não existe.",
          "There is no such award.");
  }

  const Regulation& regulation_;
  std::string place_;
  Faults& faults_;
};

template <class Conditions>
void check_each(const Conditions& conditions, const Regulation& regulation,
                const std::string& place, Faults& faults) {
  for (std::size_t i = 0; i < conditions.size(); ++i)
    std::visit(ConditionCheck(regulation, core::item(place + ".conditions", i), faults),
               conditions[i]);
}

}  // namespace

void check_conditions(const Regulation& regulation, Faults& faults) {
  for (std::size_t i = 0; i < regulation.admission.size(); ++i) {
    const auto place = core::item("admission", i);
    check_categories(regulation.admission[i].categories, regulation, place + ".categories", faults);
    faults.unless(!regulation.admission[i].conditions.empty(), "conditions-missing",
                  place + ".conditions", "Indique pelo menos uma condição.",
                  "Name at least one condition.");
    check_each(regulation.admission[i].conditions, regulation, place, faults);
  }
  for (std::size_t i = 0; i < regulation.awards.size(); ++i)
    check_each(regulation.awards[i].conditions, regulation, core::item("awards", i), faults);
}

}  // namespace regulation
