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

const Tie* tie_to(const Party& party, const std::vector<Tie>& ties) {
  const auto binds = [&](const Tie& tie) {
    if (is_of_its_municipality(party, tie)) return true;
    const auto name = core::folded_name(tie.name.text());
    return std::ranges::any_of(party.partners,
                               [&](const auto& partner) { return names(partner, tie, name); });
  };
  const auto found = std::ranges::find_if(ties, binds);
  return found == ties.end() ? nullptr : &*found;
}

ConflictImposed conflict_of(const facts::Assignment& pair, const Party& party, const Tie& tie) {
  const auto [by, words] = from(tie.kind);
  const auto* where = is_of_its_municipality(party, tie)
                          ? "no mesmo município."
                          : "que a candidatura indica como parceira ou beneficiária.";
  return {pair.dossier, pair.juror, by,
          "O jurado " + words + " «" + tie.name.text() + "», " + where};
}

}  // namespace jury
