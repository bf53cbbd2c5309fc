#include "domain/dossiers/dossier_faults.hpp"

#include "domain/core/words.hpp"
#include "domain/facts.hpp"

namespace dossiers {

using core::error_of;
using core::ErrorKind;

const regulation::Regulation& rules_of(const core::Context& context) {
  const auto editions = context.facts.all<facts::Edition>();
  core::ensure(!editions.empty(), "a dossier was started in an edition that tells nothing");
  return editions.front()->regulation;
}

regulation::Phase phase_of(const core::Context& context) {
  return regulation::phase_at(rules_of(context).calendar, context.now);
}

core::Error unknown_dossier() {
  return error_of(ErrorKind::NotFound, "unknown-dossier", "Esta candidatura não existe.",
                  "There is no such dossier.");
}

core::Error not_submitted() {
  return error_of(ErrorKind::Conflict, "not-submitted", "Esta candidatura não foi submetida.",
                  "This dossier was not submitted.");
}

core::Error unknown_record() {
  return {ErrorKind::NotFound, "unknown-record", "record_id", "Este registo não existe.",
          "There is no such record."};
}

core::Error already_screened() {
  return error_of(ErrorKind::Conflict, "already-screened",
                  "A admissibilidade desta candidatura já foi decidida.",
                  "This dossier has been screened already.");
}

core::Error deadline_passed(const core::Context& context) {
  const auto [pt, en] =
      core::in_words(rules_of(context).calendar.submission_deadline, context.lisbon);
  return error_of(ErrorKind::TooLate, "deadline-passed",
                  "O prazo para apresentar candidaturas terminou em " + pt + ".",
                  "The deadline for submitting dossiers was " + en + ".");
}

}  // namespace dossiers
