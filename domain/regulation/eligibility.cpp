#include "domain/regulation/eligibility.hpp"

#include <algorithm>
#include <span>

namespace regulation {
namespace {

bool any_granted(const std::set<core::AwardId>& granted, const std::vector<core::AwardId>& awards) {
  return std::ranges::any_of(awards, [&](const auto& award) { return granted.contains(award); });
}

/// In how many editions before this one, without a gap, one of the awards was granted.
std::int64_t in_a_row_before(const Applicant& applicant, const std::vector<core::AwardId>& awards) {
  const auto gap = std::ranges::find_if(
      applicant.earlier, [&](const auto& granted) { return !any_granted(granted, awards); });
  return gap - applicant.earlier.begin();
}

Finding unknown(const char* pt, const char* en) {
  return {false, {pt, en}};
}

bool lies_in(const InTerritory& territory, const facts::Entity& entity) {
  return std::ranges::count(territory.municipalities, entity.municipality) > 0 ||
         std::ranges::count(territory.districts, entity.district) > 0 ||
         std::ranges::any_of(territory.nuts, [&](const std::string& code) {
           return entity.nuts3.starts_with(code);
         });
}

}  // namespace

Applicants::Applicants(const Regulation& regulation, const core::Facts& facts) {
  for (const auto* entity : facts.all<facts::Entity>()) entities_[entity->code] = entity;
  const auto outcomes = facts.all<facts::Outcome>();
  for (const auto& edition : regulation.follows) {
    const auto found = std::ranges::find(outcomes, edition, &facts::Outcome::edition);
    earlier_.push_back(found == outcomes.end() ? nullptr : *found);
  }
}

Applicant Applicants::find(const core::EntityCode& code) const {
  Applicant applicant;
  if (const auto entity = entities_.find(code); entity != entities_.end())
    applicant.entity = entity->second;
  for (const auto* outcome : earlier_) {
    auto& granted = applicant.earlier.emplace_back();
    if (outcome == nullptr) continue;
    if (const auto found = outcome->granted.find(code); found != outcome->granted.end())
      granted = found->second;
  }
  return applicant;
}

Finding find(const InTerritory& condition, const Applicant& applicant) {
  if (applicant.entity == nullptr)
    return unknown("não se conhece o território", "its territory is not known");
  if (lies_in(condition, *applicant.entity))
    return {true, {"fica no território previsto", "lies in the territory concerned"}};
  return {false, {"fica fora do território previsto", "lies outside the territory concerned"}};
}

Finding find(const Population& condition, const Applicant& applicant) {
  if (applicant.entity == nullptr || !applicant.entity->population)
    return unknown("não se conhece a população", "its population is not known");
  const auto people = *applicant.entity->population;
  const core::Reason has{"tem " + std::to_string(people) + " habitantes",
                         "has " + std::to_string(people) + " inhabitants"};
  if (const auto missed = missed_limit(condition, people))
    return {false, {has.pt + "; " + missed->pt, has.en + "; " + missed->en}};
  const auto limits = limits_in_words(condition);
  return {true, {has.pt + " (" + limits.pt + ")", has.en + " (" + limits.en + ")"}};
}

Finding find(const InARow& condition, const Applicant& applicant) {
  const auto year = in_a_row_before(applicant, condition.awards) + 1;
  const auto number = std::to_string(year);
  const auto needed = std::to_string(condition.editions);
  if (year >= condition.editions)
    return {
        true,
        {"é a " + number + ".ª edição seguida", "this edition is number " + number + " in a row"}};
  return {false,
          {"seria a " + number + ".ª edição seguida; é preciso que seja a " + needed + ".ª",
           "this edition would be number " + number + " in a row; it has to be number " + needed}};
}

Finding find(const NotAwarded& condition, const Applicant& applicant) {
  const auto last =
      std::min(applicant.earlier.size(), static_cast<std::size_t>(condition.editions));
  const auto looked_at = std::span(applicant.earlier).first(last);
  const auto number = std::to_string(condition.editions);
  if (std::ranges::none_of(
          looked_at, [&](const auto& granted) { return any_granted(granted, condition.awards); }))
    return {true,
            {"não foi distinguida nas últimas edições (" + number + ")",
             "was not given it in the last editions (" + number + ")"}};
  return {false,
          {"já foi distinguida nas últimas edições (" + number + ")",
           "was given it in the last editions already (" + number + ")"}};
}

core::Reason sentence(core::Reason clause) {
  constexpr std::string_view is = "é";
  for (auto* text : {&clause.pt, &clause.en}) {
    auto& first = text->front();
    if (first >= 'a' && first <= 'z') first = static_cast<char>(first - 'a' + 'A');
    if (text->starts_with(is)) text->replace(0, is.size(), "É");
    *text += '.';
  }
  return clause;
}

std::optional<core::Reason> not_admitted(const Regulation& regulation, Category category,
                                         const Applicant& applicant) {
  for (const auto& admission : regulation.admission) {
    if (std::ranges::count(admission.categories, category) == 0) continue;
    for (const auto& condition : admission.conditions) {
      auto finding =
          std::visit([&](const auto& asked) { return find(asked, applicant); }, condition);
      if (!finding.met) return sentence(std::move(finding.clause));
    }
  }
  return std::nullopt;
}

std::vector<core::StreamRef> results_followed(const Regulation& regulation) {
  std::vector<core::StreamRef> streams;
  for (const auto& edition : regulation.follows) streams.push_back({"result", edition.text()});
  return streams;
}

}  // namespace regulation
