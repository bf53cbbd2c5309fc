#include "domain/jury/panel_checks.hpp"

#include <algorithm>
#include <set>

#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace jury {
namespace {

using core::fail;

bool is_eligible(const core::Facts& facts, const core::DossierId& dossier) {
  return std::ranges::any_of(facts.all<facts::Dossier>(), [&](const auto* known) {
    return known->id == dossier && known->state == facts::DossierState::Eligible;
  });
}

}  // namespace

core::Error unknown_edition() {
  return core::error_of(core::ErrorKind::NotFound, "unknown-edition", "Esta edição não existe.",
                        "There is no such edition.");
}

core::Error unknown_juror() {
  return core::invalid("unknown-juror", "juror", "Este jurado não faz parte do júri.",
                       "This juror does not sit on the panel.");
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
  std::vector<core::StreamRef> streams = {{"edition", edition.text()}};
  for (const auto& dossier : dossiers) streams.push_back({"dossier", dossier.text()});
  return streams;
}

}  // namespace jury
