#include <algorithm>

#include "domain/core/text.hpp"
#include "domain/regulation/faults.hpp"
#include "domain/regulation/places.hpp"

namespace regulation {
namespace {

constexpr std::int64_t most_points = 100;
constexpr std::int64_t most_people = 100'000'000;
constexpr std::int64_t most_editions = 50;

/// With what was meant, where that is plain.
core::Reason or_meant(core::Reason words, const std::string& place) {
  if (const auto meant = meant_place(place)) {
    words.pt += " Quis dizer “" + *meant + "”?";
    words.en += " Did you mean “" + *meant + "”?";
  }
  return words;
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
      faults_.unless(is_municipality_code(municipalities[i].text()), "entity-code",
                     core::item(place_ + ".municipalities", i),
                     "Nenhum município tem este código, que é de 4 caracteres.",
                     "No municipality has this code; theirs have 4 characters.");
    check_places(districts, is_district, ".districts", "unknown-district",
                 {"Não há distrito nem ilha com este nome.",
                  "There is no district or island of this name."});
    check_places(nuts, is_nuts, ".nuts", "nuts-code",
                 {"Um código NUTS tem a forma PT11 ou PT11A, e é de 2024.",
                  "A NUTS code looks like PT11 or PT11A, and is of 2024."});
  }
  void operator()(const InARow& condition) { check_earlier(condition, 2); }
  void operator()(const NotAwarded& condition) { check_earlier(condition, 1); }

 private:
  void check_places(const std::vector<std::string>& places, bool (*is_known)(std::string_view),
                    const std::string& list, const std::string& code, const core::Reason& unknown) {
    for (std::size_t i = 0; i < places.size(); ++i) {
      const auto words = or_meant(unknown, places[i]);
      faults_.unless(is_known(places[i]), code, core::item(place_ + list, i), words.pt, words.en);
    }
  }

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
