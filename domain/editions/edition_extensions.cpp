#include <algorithm>
#include <chrono>

#include "domain/core/text.hpp"
#include "domain/editions/edition.hpp"
#include "domain/facts.hpp"

namespace editions {
namespace {

constexpr std::size_t longest_reason = 2000;

core::Error unknown_edition() {
  return core::error_of(core::ErrorKind::NotFound, "unknown-edition", "Esta edição não existe.",
                        "There is no such edition.");
}

/// Later than it was and than now, and within a year.
core::Result<void> check_later(const std::string& field, const core::Instant& deadline,
                               const core::Instant& before, const core::Instant& now) {
  const auto later_than = std::max(before, now);
  const core::Instant last(later_than.time() + std::chrono::days(366));
  if (!core::in_time(deadline, later_than) && deadline <= last) return {};
  return core::fail(core::invalid(
      "deadline-order", field,
      "O novo prazo é posterior ao atual e ao momento presente, e não mais de um ano.",
      "The new deadline is later than the present one and than now, by a year at most."));
}

}  // namespace

void Edition::apply(const DeadlineExtended& event) {
  event.put_off(opened_->regulation.calendar);
}

void Edition::apply(const ScoringExtended& event) {
  event.put_off(opened_->regulation.calendar);
}

void Edition::apply(const HearingExtended& event) {
  event.put_off(opened_->regulation.calendar);
}

void Edition::apply(const ComplaintsExtended& event) {
  event.put_off(opened_->regulation.calendar);
}

core::Decision Edition::decide(const ExtendDeadline& command, const core::Context& context) const {
  if (!opened_) return core::fail(unknown_edition());
  const auto& calendar = opened_->regulation.calendar;
  if (regulation::phase_at(calendar, context.now) > regulation::Phase::Applications)
    return core::fail(core::error_of(core::ErrorKind::TooLate, "deadline-passed",
                                     "O prazo já terminou e não pode ser prolongado.",
                                     "The deadline has passed and cannot be extended."));
  if (core::in_time(command.submission_deadline, calendar.submission_deadline) ||
      core::in_time(calendar.scoring_deadline, command.submission_deadline))
    return core::fail(core::invalid("deadline-order", "submission_deadline",
                                    "O novo prazo fica entre o atual e o fim da avaliação.",
                                    "The new deadline lies between the present one and the scoring "
                                    "deadline."));
  if (auto checked = core::check_length(command.reason, "reason", 1, longest_reason); !checked)
    return core::fail(checked.error());
  return std::vector<core::Event>{
      DeadlineExtended{command.edition, context.now, context.actor.account,
                       calendar.submission_deadline, command.submission_deadline, command.reason}};
}

core::Decision Edition::decide(const ExtendScoring& command, const core::Context& context) const {
  if (!opened_) return core::fail(unknown_edition());
  if (context.facts.find<facts::Computation>() != nullptr)
    return core::fail(
        core::error_of(core::ErrorKind::TooLate, "scoring-closed",
                       "O resultado já foi calculado: a avaliação não pode ser prolongada.",
                       "The result has been computed already: scoring cannot be extended."));
  const auto& calendar = opened_->regulation.calendar;
  if (core::in_time(command.scoring_deadline, calendar.scoring_deadline) ||
      command.scoring_deadline <= context.now ||
      command.scoring_deadline > calendar.hearing_deadline)
    return core::fail(core::invalid(
        "deadline-order", "scoring_deadline",
        "O novo prazo é posterior ao atual e ao momento presente, e não ao fim da audiência, que "
        "também pode ser prolongada.",
        "The new deadline is later than the present one and than now, and not than the end of the "
        "hearing, which can be extended too."));
  if (auto checked = core::check_length(command.reason, "reason", 1, longest_reason); !checked)
    return core::fail(checked.error());
  return std::vector<core::Event>{ScoringExtended{command.edition, context.now,
                                                  context.actor.account, calendar.scoring_deadline,
                                                  command.scoring_deadline, command.reason}};
}

core::Decision Edition::decide(const ExtendHearing& command, const core::Context& context) const {
  if (!opened_) return core::fail(unknown_edition());
  if (context.facts.find<facts::Outcome>() != nullptr)
    return core::fail(core::error_of(core::ErrorKind::Conflict, "result-final",
                                     "Já há lista definitiva.", "There is a final list already."));
  const auto& calendar = opened_->regulation.calendar;
  const auto& before = calendar.hearing_deadline;
  if (auto checked = check_later("hearing_deadline", command.hearing_deadline, before, context.now);
      !checked)
    return core::fail(checked.error());
  if (auto checked = core::check_length(command.reason, "reason", 1, longest_reason); !checked)
    return core::fail(checked.error());
  const auto& lisbon = context.lisbon;
  const auto put_off = lisbon.shown(command.hearing_deadline) - lisbon.shown(before);
  return std::vector<core::Event>{HearingExtended{
      command.edition, context.now, context.actor.account, before, command.hearing_deadline,
      lisbon.moment(lisbon.shown(calendar.complaints_deadline) + put_off), command.reason}};
}

core::Decision Edition::decide(const ExtendComplaints& command,
                               const core::Context& context) const {
  if (!opened_) return core::fail(unknown_edition());
  const auto* outcome = context.facts.find<facts::Outcome>();
  if (outcome != nullptr && outcome->closed)
    return core::fail(core::error_of(core::ErrorKind::Conflict, "result-closed",
                                     "O resultado está encerrado e já não muda.",
                                     "The result is closed and changes no more."));
  const auto& before = opened_->regulation.calendar.complaints_deadline;
  if (auto checked =
          check_later("complaints_deadline", command.complaints_deadline, before, context.now);
      !checked)
    return core::fail(checked.error());
  if (auto checked = core::check_length(command.reason, "reason", 1, longest_reason); !checked)
    return core::fail(checked.error());
  return std::vector<core::Event>{ComplaintsExtended{command.edition, context.now,
                                                     context.actor.account, before,
                                                     command.complaints_deadline, command.reason}};
}

}  // namespace editions
