#pragma once

#include <gtest/gtest.h>

#include "domain/awards/compute.hpp"
#include "domain/facts.hpp"
#include "json/json.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

namespace what_if_samples {

inline const core::EditionId edition("2021");
inline const core::DossierId alijo("2021-1701");
inline const core::DossierId murca("2021-1707");

inline core::AccountId juror(std::size_t number) {
  return core::AccountId("jurado-" + std::to_string(number));
}

/// Three marks, on "diagnostico" (weight 50), "alcance" (30) and "resultados" (20).
using Marks = std::array<std::int64_t, 3>;

inline std::vector<facts::Mark> marks_of(const Marks& values) {
  constexpr std::array ids = {"diagnostico", "alcance", "resultados"};
  std::vector<facts::Mark> marks;
  for (std::size_t i = 0; i < ids.size(); ++i)
    marks.push_back({core::CriterionId(ids.at(i)), values.at(i)});
  return marks;
}

/// A past edition: municipalities' dossiers, judged by jurors 1, 2, 3 and so on. Galardão for the
/// best with 80 points, Bandeira from 60.
struct PastEdition {
  regulation::Regulation rules = testing_support::small_regulation();
  facts::Panel panel{edition, {}, {}, {}, {}};
  std::vector<facts::Dossier> dossiers;
  std::vector<facts::Evaluation> evaluations;

  void judge(const core::DossierId& dossier, const std::vector<Marks>& of_each_juror) {
    dossiers.push_back(
        {dossier, regulation::Category::Municipio, facts::DossierState::Eligible, {}});
    panel.dossiers.push_back(dossier);
    for (std::size_t i = 0; i < of_each_juror.size(); ++i) {
      panel.assignments.push_back({dossier, juror(i + 1)});
      const auto marks = marks_of(of_each_juror[i]);
      evaluations.push_back({dossier, juror(i + 1), true, marks, marks});
    }
  }

  [[nodiscard]] core::Context context(const char* now = "2022-01-01T00:00:00Z") const {
    core::Context context;
    context.now = core::Instant::parse(now).value();
    context.writing = {testing_support::pretended_sha256, json::write_visited};
    context.lisbon = testing_support::lisbon();
    context.facts.tell(facts::Edition{edition, rules});
    context.facts.tell(panel);
    for (const auto& one : dossiers) context.facts.tell(one);
    for (const auto& one : evaluations) context.facts.tell(one);
    return context;
  }

  [[nodiscard]] awards::ResultComputed result() const {
    auto computed = awards::compute(context(), std::nullopt);
    core::ensure(computed.has_value(), "a test computes a result that can be computed");
    return *std::move(computed);
  }
};

inline const awards::DossierResult& of(const awards::ResultComputed& result,
                                       const core::DossierId& dossier) {
  for (const auto& one : result.dossiers)
    if (one.dossier == dossier) return one;
  core::ensure(false, "a test asks for a dossier with a result");
  std::unreachable();
}

}  // namespace what_if_samples
