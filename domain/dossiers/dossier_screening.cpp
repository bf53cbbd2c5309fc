#include "domain/core/words.hpp"
#include "domain/dossiers/checks.hpp"
#include "domain/dossiers/dossier.hpp"
#include "domain/dossiers/dossier_faults.hpp"

namespace dossiers {
namespace {

using core::Decision;
using core::error_of;
using core::ErrorKind;
using core::fail;
using core::Result;
using regulation::Phase;

core::Error contest_too_late(const core::Words& deadline) {
  const auto& [pt, en] = deadline;
  return error_of(ErrorKind::TooLate, "contest-too-late",
                  "O prazo para contestar a não admissão terminou em " + pt + ".",
                  "The deadline for contesting the screening was " + en + ".");
}

Result<void> check_reason(const ScreenDossier& command) {
  constexpr std::size_t longest = 2000;
  if (command.verdict == Verdict::NotEligible && !command.reason)
    return fail(core::invalid("reason-missing", "reason",
                              "Diga por que razão a candidatura não é admitida.",
                              "Say why the dossier is not eligible."));
  Checks checks;
  checks.text("reason", command.reason, longest);
  return checks.result();
}

}  // namespace

void Dossier::apply(const DossierScreened& event) {
  verdict_ = event.verdict;
  screened_at_ = event.at;
  contested_ = false;
}
void Dossier::apply(const ScreeningContested&) {
  contested_ = true;
  heard_ = true;
}

core::Instant Dossier::contest_deadline(const core::Context& context) const {
  const auto& calendar = rules_of(context).calendar;
  if (heard_) return calendar.scoring_deadline;
  return regulation::contest_deadline(calendar, screened_at_, context.lisbon);
}

Result<void> Dossier::may_screen(const core::Context& context) const {
  if (auto exists = takes_part(); !exists) return exists;
  if (!submitted_) return fail(not_submitted());
  const auto phase = phase_of(context);
  if (verdict_ == Verdict::Eligible ||
      (verdict_ && !contested_ && !core::in_time(context.now, contest_deadline(context))))
    return fail(already_screened());
  if (phase <= Phase::Applications)
    return fail(error_of(ErrorKind::Conflict, "screening-too-early",
                         "A admissibilidade verifica-se depois do fim do prazo de candidatura.",
                         "Screening begins after the submission deadline."));
  return {};
}

Decision Dossier::decide(const ScreenDossier& command, const core::Context& context) const {
  if (auto may = may_screen(context); !may) return fail(may.error());
  if (asked_ && !clarified_ && core::in_time(context.now, asked_->until))
    return fail(error_of(ErrorKind::Conflict, "clarification-open",
                         "Foi pedido um esclarecimento, e o prazo para o prestar ainda corre.",
                         "A clarification was asked for, and there is still time to give it."));
  if (auto checked = check_reason(command); !checked) return fail(checked.error());
  auto events = brought_back(context.writing);
  events.emplace_back(DossierScreened{command.dossier, context.now, context.actor.account,
                                      command.verdict, command.reason});
  return events;
}

Decision Dossier::decide(const ContestScreening& command, const core::Context& context) const {
  constexpr std::size_t longest = 20000;
  if (auto exists = takes_part(); !exists) return fail(exists.error());
  if (verdict_ != Verdict::NotEligible)
    return fail(error_of(ErrorKind::Conflict, "nothing-to-contest",
                         "Só se contesta a decisão de não admitir uma candidatura.",
                         "Only a dossier that was not admitted has a screening to contest."));
  if (contested_)
    return fail(error_of(ErrorKind::Conflict, "screening-contested",
                         "Esta decisão já foi contestada.",
                         "This screening has been contested already."));
  if (const auto deadline = contest_deadline(context); !core::in_time(context.now, deadline))
    return fail(contest_too_late(core::in_words(deadline, context.lisbon)));
  Checks checks;
  checks.text("text", command.text, longest);
  if (auto checked = checks.result(); !checked) return fail(checked.error());
  return std::vector<core::Event>{
      ScreeningContested{command.dossier, context.now, context.actor.account, command.text}};
}

}  // namespace dossiers
