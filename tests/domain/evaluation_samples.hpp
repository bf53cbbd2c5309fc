#pragma once

#include "domain/jury/evaluation.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

namespace evaluation_samples {

inline const core::EditionId edition("2021");
inline const core::DossierId dossier("2021-1701");
inline const core::AccountId ana("ana");
inline const core::AccountId rui("rui");

inline core::CriterionId criterion(const char* id) {
  return core::CriterionId(id);
}

inline jury::Mark mark(const char* id, std::optional<std::int64_t> value) {
  return {criterion(id), value, std::nullopt};
}

inline const std::vector<jury::Mark> all_marks = {mark("diagnostico", 15), mark("alcance", 12),
                                                  mark("resultados", 20)};

/// Ana is assigned to the eligible dossier of an edition in which "alcance" may not apply; it is
/// August 2021.
struct Situation {
  facts::DossierState state = facts::DossierState::Eligible;
  facts::Panel panel = {edition, {ana, rui}, {{dossier, ana}}, {dossier}, {}};
  const char* now = "2021-08-01T10:00:00Z";
  core::AccountId actor = ana;

  [[nodiscard]] testing_support::Scenario history(const std::vector<core::Event>& events) const {
    auto regulation = testing_support::small_regulation();
    regulation.sections[1].criteria[0].may_not_apply = true;
    auto scenario = testing_support::given(jury::evaluation_type(), events);
    scenario.as({actor, {core::Role::Juror}, {}})
        .at(now)
        .knowing(facts::Edition{edition, regulation})
        .knowing(panel)
        .knowing(facts::Dossier{dossier, regulation::Category::Municipio, state, {}});
    return scenario;
  }
};

}  // namespace evaluation_samples
