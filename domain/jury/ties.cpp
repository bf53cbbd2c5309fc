#include "domain/jury/ties.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "domain/core/names.hpp"
#include "domain/core/text.hpp"
#include "domain/jury/panel_checks.hpp"

namespace jury {
namespace {

using core::fail;
using core::Result;

Result<void> check_organisation(const StatedTie& tie, const std::string& place) {
  constexpr std::size_t longest_name = 200;
  if (auto checked =
          core::check_length(*tie.organisation, place + ".organisation", 1, longest_name);
      !checked)
    return checked;
  if (tie.nipc && !core::is_nipc(*tie.nipc))
    return fail(core::invalid("nipc", place + ".nipc",
                              "Este NIPC não é válido: confirme os nove algarismos de uma pessoa "
                              "coletiva.",
                              "This NIPC is not valid: check the nine digits of a legal person."));
  return {};
}

Result<Tie> known_tie(const StatedTie& tie, const std::string& place, const core::Facts& facts) {
  if (tie.entity.has_value() == tie.organisation.has_value() || (tie.entity && tie.nipc))
    return fail(core::invalid("tie-of-one", place,
                              "Indique uma autarquia ou outra organização, e só uma delas.",
                              "Name an autarquia or another organisation, and only one of them."));
  if (tie.organisation) {
    if (auto checked = check_organisation(tie, place); !checked) return fail(checked.error());
    return Tie{tie.kind, *tie.organisation, {}, {}, tie.nipc};
  }
  const auto* entity = find_entity(facts, *tie.entity);
  if (!entity) return fail(unknown_entity(place + ".entity"));
  return Tie{tie.kind, entity->name, entity->code.text(), entity->municipality.text(), {}};
}

/// "municipio de murca", "junta de freguesia da se": an autarquia by its name, folded.
bool is_called(const std::string& partner, const std::string& autarquia) {
  constexpr std::array<std::string_view, 5> bodies = {"", "municipio ", "camara municipal ",
                                                      "freguesia ", "junta de freguesia "};
  constexpr std::array<std::string_view, 6> joints = {"", "de ", "do ", "da ", "dos ", "das "};
  if (!partner.ends_with(autarquia)) return false;  // as most do not: the rest takes 30 texts
  return std::ranges::any_of(bodies, [&](std::string_view body) {
    return std::ranges::any_of(joints, [&](std::string_view joint) {
      return partner == std::string(body).append(joint).append(autarquia);
    });
  });
}

bool names(const facts::Organisation& partner, const Tie& tie, const std::string& folded_name) {
  if (tie.municipality) return is_called(partner.name, folded_name);
  if (tie.nipc && !partner.nipc.empty()) return tie.nipc->text() == partner.nipc;
  return partner.name == folded_name;
}

constexpr auto in_the_municipality = "no mesmo município.";
constexpr auto named_there = "que a candidatura indica como parceira ou beneficiária.";

bool is_of_its_municipality(const Party& party, const Tie& tie) {
  return tie.municipality && tie.municipality->text() == party.municipality.text();
}

/// What follows from a kind of tie: who imposed the conflict, and the words of its reason.
std::pair<ImposedBy, std::string> from(TieKind kind) {
  switch (kind) {
    case TieKind::Employment:
      return {ImposedBy::Employment, "trabalha para"};
    case TieKind::Mandate:
      return {ImposedBy::Mandate, "exerce um mandato em"};
    case TieKind::Membership:
      return {ImposedBy::Membership, "é membro de"};
  }
  std::unreachable();
}

std::optional<ConflictImposed> conflict_of(const facts::Assignment& pair, const Party& party,
                                           const Affiliation& affiliation) {
  ConflictImposed conflict{pair.dossier, pair.juror, ImposedBy::Affiliation,
                           "O jurado pertence ao mesmo município."};
  if (affiliation.municipality == party.municipality) return conflict;
  const auto name = core::folded_name(affiliation.name);
  const auto is_it = [&](const auto& partner) { return is_called(partner.name, name); };
  if (name.empty() || std::ranges::none_of(party.partners, is_it)) return std::nullopt;
  conflict.reason = "O jurado pertence a «" + affiliation.name + "», " + named_there;
  return conflict;
}

std::optional<ConflictImposed> conflict_of(const facts::Assignment& pair, const Party& party,
                                           const Tie& tie) {
  const auto name = core::folded_name(tie.name.text());
  const auto is_it = [&](const auto& partner) { return names(partner, tie, name); };
  const bool neighbours = is_of_its_municipality(party, tie);
  if (!neighbours && std::ranges::none_of(party.partners, is_it)) return std::nullopt;
  const auto [by, words] = from(tie.kind);
  return ConflictImposed{pair.dossier, pair.juror, by,
                         "O jurado " + words + " «" + tie.name.text() + "», " +
                             (neighbours ? in_the_municipality : named_there)};
}

}  // namespace

std::map<core::DossierId, Party> parties(const core::Facts& facts) {
  std::map<core::EntityCode, core::EntityCode> municipalities;
  for (const auto* entity : facts.all<facts::Entity>())
    municipalities.emplace(entity->code, entity->municipality);
  std::map<core::DossierId, Party> found;
  for (const auto* dossier : facts.all<facts::Dossier>()) {
    const auto municipality = municipalities.find(core::entity_of(dossier->id));
    if (dossier->state != facts::DossierState::Eligible || municipality == municipalities.end())
      continue;
    Party party{municipality->second, dossier->partners};
    for (auto& partner : party.partners) partner.name = core::folded_name(partner.name);
    found.emplace(dossier->id, std::move(party));
  }
  return found;
}

Result<std::vector<Tie>> known_ties(const std::vector<StatedTie>& stated,
                                    const core::Facts& facts) {
  constexpr std::size_t most = 30;
  if (stated.size() > most)
    return fail(core::invalid("list-length", "ties", "Indique no máximo 30 ligações.",
                              "Name 30 ties at most."));
  std::vector<Tie> ties;
  for (std::size_t i = 0; i < stated.size(); ++i) {
    auto tie = known_tie(stated[i], core::item("ties", i), facts);
    if (!tie) return fail(tie.error());
    ties.push_back(*std::move(tie));
  }
  return ties;
}

std::optional<ConflictImposed> conflict_between(const facts::Assignment& pair, const Party& party,
                                                const std::optional<Affiliation>& affiliation,
                                                const std::vector<Tie>& ties) {
  if (affiliation)
    if (auto conflict = conflict_of(pair, party, *affiliation)) return conflict;
  for (const auto& tie : ties)
    if (auto conflict = conflict_of(pair, party, tie)) return conflict;
  return std::nullopt;
}

}  // namespace jury
