#include <algorithm>

#include "domain/awards/outcome.hpp"
#include "domain/core/text.hpp"
#include "domain/core/words.hpp"
#include "domain/facts.hpp"

namespace awards {
namespace {

using core::Decision;
using core::ErrorKind;
using core::fail;
using core::Result;

constexpr std::size_t longest_text = 20000;

core::Error too_late(const core::Words& deadline) {
  return core::error_of(ErrorKind::TooLate, "complaints-closed",
                        "O prazo terminou em " + deadline.pt + ".",
                        "The deadline was " + deadline.en + ".");
}

}  // namespace

Result<void> Outcome::check_complaints() const {
  if (complaints_.undecided() > 0)
    return fail(core::error_of(
        ErrorKind::Conflict, "complaints-undecided",
        "Reclamações por decidir: " + std::to_string(complaints_.undecided()) + ".",
        "Complaints not decided yet: " + std::to_string(complaints_.undecided()) + "."));
  if (!complaints_.reopened().empty())
    return fail(core::error_of(ErrorKind::Conflict, "computation-due",
                               "Foi deferida uma reclamação: calcule o resultado de novo.",
                               "A complaint was upheld: compute the result again."));
  return {};
}

Result<ComplaintStage> Outcome::open_stage(const core::Context& context) const {
  const auto& calendar = context.facts.find<facts::Edition>()->regulation.calendar;
  if (state_ == State::Draft)
    return fail(core::error_of(ErrorKind::Conflict, "result-not-published",
                               "O resultado ainda não foi publicado.",
                               "The result has not been published yet."));
  const bool hearing = state_ == State::Provisional;
  const auto last = hearing ? regulation::Phase::Hearing : regulation::Phase::Complaints;
  if (regulation::phase_at(calendar, context.now) > last)
    return fail(too_late(core::in_words(
        hearing ? calendar.hearing_deadline : calendar.complaints_deadline, context.lisbon)));
  return hearing ? ComplaintStage::Hearing : ComplaintStage::Complaint;
}

Decision Outcome::decide(const FileComplaint& command, const core::Context& context) const {
  if (auto checked = check_open(context.facts); !checked) return fail(checked.error());
  const auto stage = open_stage(context);
  if (!stage) return fail(stage.error());
  if (std::ranges::find(computed_->dossiers, command.dossier, &DossierResult::dossier) ==
      computed_->dossiers.end())
    return fail(core::invalid("unknown-dossier", "dossier", "Esta candidatura não está na lista.",
                              "This dossier is not on the list."));
  if (complaints_.find(command.complaint) != nullptr)
    return fail(core::error_of(ErrorKind::Conflict, "complaint-exists",
                               "Já há uma reclamação com este código.",
                               "There is a complaint of this name already."));
  if (auto checked = core::check_length(command.text, "text", 1, longest_text); !checked)
    return fail(checked.error());
  return std::vector<core::Event>{ComplaintFiled{core::edition_of(command.dossier),
                                                 command.complaint, command.dossier, *stage,
                                                 context.now, context.actor.account, command.text}};
}

Decision Outcome::decide(const DecideComplaint& command, const core::Context& context) const {
  if (auto checked = check_open(context.facts); !checked) return fail(checked.error());
  const auto* filed = complaints_.find(command.complaint);
  if (filed == nullptr)
    return fail(core::error_of(ErrorKind::NotFound, "unknown-complaint",
                               "Não há reclamação com este código.",
                               "There is no complaint of this name."));
  if (complaints_.is_decided(command.complaint))
    return fail(core::error_of(ErrorKind::Conflict, "complaint-decided",
                               "Esta reclamação já está decidida.",
                               "This complaint is decided already."));
  if (auto checked = core::check_length(command.reasons, "reasons", 1, longest_text); !checked)
    return fail(checked.error());
  return std::vector<core::Event>{ComplaintDecided{command.edition, command.complaint,
                                                   filed->dossier, command.verdict, context.now,
                                                   context.actor.account, command.reasons}};
}

}  // namespace awards
