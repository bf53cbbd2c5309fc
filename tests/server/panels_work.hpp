#pragma once

#include <string>
#include <vector>

#include "domain/core/record.hpp"
#include "domain/dossiers/dossier_events.hpp"
#include "domain/jury/evaluation_events.hpp"
#include "tests/projections/world.hpp"

/// What happens in an edition until its dossiers are judged, stream by stream.
namespace panels_work {

inline const core::EditionId edition("2021");
inline const core::AccountId somebody("alguem");

/// Events of one aggregate, in the order in which they have to happen.
struct Stream {
  std::string id;
  std::vector<core::Event> events;
};

/// Of a municipality; submitted and screened.
inline Stream dossier(const core::DossierId& id,
                      dossiers::Verdict verdict = dossiers::Verdict::Eligible) {
  using namespace dossiers;
  return {id.text(),
          {DossierStarted{id, edition, core::entity_of(id), regulation::Category::Municipio},
           DossierSubmitted{id, {}, somebody, {"Ana Lopes", "Presidente"}},
           DossierScreened{id, {}, somebody, verdict, std::nullopt}}};
}

/// Nobody has a conflict, and everybody judges everything.
inline Stream panel(const std::vector<core::AccountId>& jurors,
                    const std::vector<core::DossierId>& dossiers) {
  using namespace jury;
  Stream stream{edition.text(), {}};
  for (const auto& juror : jurors)
    stream.events.emplace_back(JurorAppointed{edition, juror, "Jurado " + juror.text(), {}, {}});
  stream.events.emplace_back(ConflictsAsked{edition, dossiers, jurors});
  JurorsAssigned assigned{edition, static_cast<std::int64_t>(jurors.size()), {}};
  for (const auto& dossier : dossiers)
    for (const auto& juror : jurors) {
      stream.events.emplace_back(ConflictDenied{dossier, juror, ""});
      assigned.assignments.push_back({dossier, juror});
    }
  stream.events.emplace_back(std::move(assigned));
  return stream;
}

/// Marks on the criteria of the small regulation, and the seal.
inline Stream evaluation(const core::DossierId& dossier, const core::AccountId& juror,
                         const std::vector<std::int64_t>& marks) {
  using namespace jury;
  EvaluationScored scored{dossier, juror, {}};
  auto mark = marks.begin();
  for (const auto* criterion : {"diagnostico", "alcance", "resultados"})
    scored.marks.push_back({core::CriterionId(criterion), *mark++, {}});
  return {dossier.text() + "." + juror.text(), {scored, EvaluationSealed{dossier, juror}}};
}

}  // namespace panels_work
