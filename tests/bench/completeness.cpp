#include "domain/core/assert.hpp"
#include "domain/dossiers/dossier.hpp"
#include "domain/facts.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/material.hpp"

namespace bench {
namespace {

using dossiers::Dossier;

constexpr int repetitions = 100;

core::Context in_time() {
  core::Context context;
  context.now = material().regulation.calendar.submission_deadline;
  context.facts.tell(facts::Edition{core::EditionId("2021"), material().regulation});
  return context;
}

template <class Command>
void expect_taken(const Dossier& dossier, const Command& command, const core::Context& context) {
  const auto decided = dossier.decide(command, context);
  core::ensure(decided.has_value() && !decided->empty(), "the demonstration's dossier is sound");
}

/// Every record as if it were being added, and whether the whole may be submitted.
void check(const Dossier& empty, const Dossier& full, const core::Context& context) {
  for (const auto& command : material().dossier) expect_taken(empty, command, context);
  const core::DossierId id = material().dossier.front().dossier;
  expect_taken(full, dossiers::SubmitDossier{id, {{"Ana Lopes"}, {"Presidente"}}}, context);
}

}  // namespace

Report completeness(const Settings& settings) {
  const auto context = in_time();
  Dossier empty;
  empty.apply(dossiers::DossierStarted{material().dossier.front().dossier, core::EditionId("2021"),
                                       core::EntityCode("1701"), regulation::Category::Municipio});
  auto full = empty;
  for (const auto& added : material().dossier)
    full.apply(dossiers::DossierRecordAdded{added.dossier, added.record_id, added.record});
  auto samples = interleaved(settings.rounds(), {[&] {
                               const Stopwatch watch;
                               for (int i = 0; i < repetitions; ++i) check(empty, full, context);
                               return 1000 * watch.seconds() / repetitions;
                             }});
  return {"completeness",
          {{"every record of a full dossier, and its completeness",
            "ms",
            std::move(samples[0]),
            {},
            at_most(1)}}};
}

}  // namespace bench
