#include "domain/jury/panel_checks.hpp"

#include <algorithm>
#include <set>

#include "domain/core/text.hpp"

namespace jury {
namespace {

using core::fail;

bool is_eligible(const core::Facts& facts, const core::DossierId& dossier) {
  return std::ranges::any_of(facts.all<facts::Dossier>(), [&](const auto* known) {
    return known->id == dossier && known->state == facts::DossierState::Eligible;
  });
}

}  // namespace

core::Error unknown_juror() {
  return core::invalid("unknown-juror", "juror", "Este jurado não faz parte do júri.",
                       "This juror does not sit on the panel.");
}

core::Error unknown_entity(const std::string& field) {
  return core::invalid("unknown-entity", field, "Esta autarquia não existe.",
                       "There is no such autarquia.");
}

const facts::Entity* find_entity(const core::Facts& facts, const core::EntityCode& code) {
  for (const auto* entity : facts.all<facts::Entity>())
    if (entity->code == code) return entity;
  return nullptr;
}

core::Result<void> check_open(const core::EditionId& edition, const core::Facts& facts) {
  if (!facts.find<facts::Edition>())
    return fail(core::error_of(core::ErrorKind::NotFound, "unknown-edition",
                               "Esta edição não existe.", "There is no such edition."));
  const auto closed = [&](const auto* outcome) {
    return outcome->edition == edition && outcome->closed;
  };
  if (std::ranges::none_of(facts.all<facts::Outcome>(), closed)) return {};
  return fail(core::error_of(core::ErrorKind::Conflict, "result-closed",
                             "O resultado está encerrado: o que o júri fez já não muda.",
                             "The result is closed: what the jury did changes no more."));
}

core::Result<void> check_dossiers(const core::EditionId& edition,
                                  const std::vector<core::DossierId>& dossiers,
                                  const core::Facts& facts) {
  if (dossiers.empty())
    return fail(core::invalid("dossiers-missing", "dossiers", "Indique pelo menos uma candidatura.",
                              "Name at least one dossier."));
  std::set<core::DossierId> seen;
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const auto field = core::item("dossiers", i);
    if (!seen.insert(dossiers[i]).second)
      return fail(core::invalid("dossier-repeated", field, "Esta candidatura já foi indicada.",
                                "This dossier has been named already."));
    if (core::edition_of(dossiers[i]) != edition || !is_eligible(facts, dossiers[i]))
      return fail(core::invalid("dossier-not-eligible", field,
                                "Esta candidatura não foi admitida nesta edição.",
                                "This dossier has not been found eligible in this edition."));
  }
  return {};
}

std::vector<core::StreamRef> edition_and(const core::EditionId& edition,
                                         const std::vector<core::DossierId>& dossiers) {
  std::vector<core::StreamRef> streams = {{"edition", edition.text()}, {"result", edition.text()}};
  for (const auto& dossier : dossiers) streams.push_back({"dossier", dossier.text()});
  return streams;
}

}  // namespace jury
