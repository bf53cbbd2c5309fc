#include "domain/awards/basis.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <utility>

#include "domain/core/assert.hpp"
#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace awards {
namespace {

using core::ErrorKind;
using core::fail;
using core::Result;
using regulation::Regulation;

using JudgedDossiers = std::map<core::DossierId, JudgedDossier>;

JudgedDossiers eligible_dossiers(const facts::Panel& panel, const core::Facts& facts) {
  const std::set<core::DossierId> put(panel.dossiers.begin(), panel.dossiers.end());
  JudgedDossiers judged;
  for (const auto* dossier : facts.all<facts::Dossier>())
    if (dossier->state == facts::DossierState::Eligible && put.contains(dossier->id))
      judged[dossier->id] = {dossier->id, dossier->category, {}};
  return judged;
}

using CriterionPlaces = std::map<core::CriterionId, std::size_t>;

CriterionPlaces places_of(const Regulation& regulation) {
  CriterionPlaces places;
  for (const auto& section : regulation.sections)
    for (const auto& criterion : section.criteria) places.emplace(criterion.id, places.size());
  return places;
}

Sheet in_order(Sheet marks, const CriterionPlaces& places) {
  std::ranges::sort(marks, {}, [&](const facts::Mark& mark) {
    const auto place = places.find(mark.criterion);
    core::ensure(place != places.end(), "a mark is on a criterion of the regulation");
    return place->second;
  });
  return marks;
}

/// Puts the sealed sheets to their dossiers.
void collect_sheets(const facts::Panel& panel, const Regulation& regulation,
                    const core::Facts& facts, JudgedDossiers& judged) {
  const auto places = places_of(regulation);
  std::map<facts::Assignment, const facts::Evaluation*> sealed;
  for (const auto* evaluation : facts.all<facts::Evaluation>())
    if (evaluation->sealed) sealed[{evaluation->dossier, evaluation->juror}] = evaluation;
  for (const auto& assignment : panel.assignments) {
    const auto place = judged.find(assignment.dossier);
    const auto found = sealed.find(assignment);
    if (place != judged.end() && found != sealed.end())
      place->second.sheets.push_back(in_order(found->second->marks, places));
  }
  for (auto& [id, dossier] : judged) std::ranges::sort(dossier.sheets);
}

EarlierResult earlier_result(const facts::Outcome& outcome,
                             const std::set<core::EntityCode>& entities) {
  EarlierResult result{outcome.edition, {}};
  for (const auto& [entity, awards] : outcome.granted)
    if (entities.contains(entity))
      result.granted.push_back({entity, {awards.begin(), awards.end()}});
  return result;
}

/// What is known of the entities judged, beside their dossiers.
void add_entities(Basis& basis, const core::Facts& facts) {
  std::set<core::EntityCode> judged;
  for (const auto& dossier : basis.dossiers) judged.insert(core::entity_of(dossier.dossier));
  for (const auto* entity : facts.all<facts::Entity>())
    if (judged.contains(entity->code)) basis.entities.push_back(*entity);
  std::ranges::sort(basis.entities, {}, &facts::Entity::code);
  for (const auto* outcome : facts.all<facts::Outcome>())
    if (std::ranges::count(basis.regulation.follows, outcome->edition) > 0)
      basis.earlier.push_back(earlier_result(*outcome, judged));
  std::ranges::sort(basis.earlier, {}, &EarlierResult::edition);
}

/// Strictly rising ids: nothing twice, nothing out of its place.
template <class T, class Key>
Result<void> check_order(const std::vector<T>& list, const char* name, Key key) {
  for (std::size_t i = 1; i < list.size(); ++i)
    if (!(std::invoke(key, list[i - 1]) < std::invoke(key, list[i])))
      return fail(core::invalid("list-order", core::item(name, i),
                                "Está fora de ordem ou repetido.",
                                "It is out of order or repeated."));
  return {};
}

Result<void> check_mark(const facts::Mark& mark, const regulation::PlacedCriterion& asked,
                        const std::string& field) {
  if (mark.criterion != asked.criterion->id)
    return fail(core::invalid("criterion-order", field + ".criterion",
                              "Aqui esperava-se o critério " + asked.criterion->id.text() +
                                  "; está " + mark.criterion.text() + ".",
                              "Expected the criterion " + asked.criterion->id.text() +
                                  " here, found " + mark.criterion.text() + "."));
  const auto& scale = asked.section->scale;
  const bool sound = mark.value ? scale.minimum <= *mark.value && *mark.value <= scale.maximum
                                : asked.criterion->may_not_apply;
  if (sound) return {};
  const auto limits = std::to_string(scale.minimum) + " - " + std::to_string(scale.maximum);
  const auto found = mark.value ? std::to_string(*mark.value) : std::string("-");
  return fail(core::invalid("score-outside-scale", field + ".value",
                            "A escala é " + limits + "; está " + found + ".",
                            "Expected a score on the scale " + limits + ", found " + found + "."));
}

Result<void> check_sheet(const Sheet& sheet, const std::vector<regulation::PlacedCriterion>& asked,
                         const std::string& field) {
  if (sheet.size() != asked.size())
    return fail(core::invalid("evaluation-incomplete", field, "Não responde a todos os critérios.",
                              "It does not answer every criterion."));
  for (std::size_t i = 0; i < sheet.size(); ++i)
    if (auto checked = check_mark(sheet[i], asked[i], core::item(field, i)); !checked)
      return checked;
  if (std::ranges::none_of(sheet, [](const auto& mark) { return mark.value.has_value(); }))
    return fail(core::invalid("nothing-applies", field, "Nenhum critério se aplica.",
                              "No criterion applies."));
  return {};
}

Result<void> check_dossier(const Basis& basis, const JudgedDossier& dossier,
                           const std::vector<regulation::PlacedCriterion>& asked,
                           const std::string& field) {
  if (core::edition_of(dossier.dossier) != basis.edition)
    return fail(core::invalid("unknown-dossier", field + ".dossier", "Não é desta edição.",
                              "It is not of this edition."));
  for (std::size_t i = 0; i < dossier.sheets.size(); ++i)
    if (auto checked = check_sheet(dossier.sheets[i], asked, core::item(field + ".sheets", i));
        !checked)
      return checked;
  return {};
}

Result<void> check_dossiers(const Basis& basis) {
  std::vector<regulation::PlacedCriterion> asked;
  for (const auto& section : basis.regulation.sections)
    for (const auto& criterion : section.criteria) asked.push_back({&criterion, &section});
  for (std::size_t i = 0; i < basis.dossiers.size(); ++i)
    if (auto checked = check_dossier(basis, basis.dossiers[i], asked, core::item("dossiers", i));
        !checked)
      return checked;
  return check_order(basis.dossiers, "dossiers", &JudgedDossier::dossier);
}

}  // namespace

Result<Basis> basis_of(const core::Context& context, const std::optional<std::string>& draw_seed) {
  const auto& facts = context.facts;
  const auto* edition = facts.find<facts::Edition>();
  core::ensure(edition != nullptr, "a result has an edition");
  const auto* panel = facts.find<facts::Panel>();
  JudgedDossiers judged;
  if (panel) judged = eligible_dossiers(*panel, facts);
  if (!panel || judged.empty() || panel->assignments.empty())
    return fail(core::error_of(ErrorKind::Conflict, "nothing-assigned",
                               "Ainda não há candidaturas distribuídas aos jurados.",
                               "No dossiers have been assigned to jurors yet."));
  collect_sheets(*panel, edition->regulation, facts, judged);
  Basis basis{edition->id, edition->regulation, draw_seed, {}, {}, {}};
  for (auto& [id, dossier] : judged) basis.dossiers.push_back(std::move(dossier));
  add_entities(basis, facts);
  return basis;
}

Result<void> check(const Basis& basis) {
  if (auto found = regulation::faults(basis.regulation); !found.empty()) {
    found.front().field.insert(0, "regulation.");
    return fail(std::move(found.front()));
  }
  if (auto checked = check_dossiers(basis); !checked) return checked;
  if (auto checked = check_order(basis.entities, "entities", &facts::Entity::code); !checked)
    return checked;
  return check_order(basis.earlier, "earlier", &EarlierResult::edition);
}

}  // namespace awards
