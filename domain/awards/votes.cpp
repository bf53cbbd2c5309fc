#include "domain/awards/votes.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include "domain/awards/outcome.hpp"
#include "domain/core/text.hpp"

namespace awards {
namespace {

using core::ErrorKind;
using core::fail;
using core::Result;

constexpr std::size_t longest_statement = 4000;

Result<void> check_statement(const VoteOnResult& command) {
  if (command.choice == VoteChoice::Against && !command.statement)
    return fail(core::invalid("statement-missing", "statement",
                              "Quem vota contra diz porquê, na declaração de voto.",
                              "Who votes against says why, in a statement."));
  return command.statement
             ? core::check_length(*command.statement, "statement", 1, longest_statement)
             : Result<void>();
}

/// A conflict, though it names its field: the state has moved on.
core::Error result_changed() {
  return {ErrorKind::Conflict, "result-changed", "version",
          "O resultado foi entretanto calculado de novo: leia-o outra vez antes de votar.",
          "The result has been computed again since: read it again before you vote."};
}

}  // namespace

std::vector<core::AccountId> voters(const facts::Panel& panel,
                                    const regulation::Calendar& calendar) {
  std::vector<core::AccountId> found;
  for (const auto& juror : panel.jurors) {
    const auto since = panel.since.find(juror);
    if (since == panel.since.end() || core::in_time(since->second, calendar.scoring_deadline))
      found.push_back(juror);
  }
  return found;
}

Result<void> Votes::check_adopted_by(const std::vector<core::AccountId>& voters,
                                     const core::Reason& of) const {
  std::size_t in_favour = 0;
  std::size_t against = 0;
  for (const auto& juror : voters)
    if (const auto vote = choices_.find(juror); vote != choices_.end())
      ++(vote->second == VoteChoice::InFavour ? in_favour : against);
  const auto text = [](std::size_t count) { return std::to_string(count); };
  const auto voted = in_favour + against;
  if (2 * voted <= voters.size())
    return fail(core::error_of(ErrorKind::Conflict, "quorum-missing",
                               "Votaram " + text(voted) + " de " + text(voters.size()) +
                                   " jurados" + of.pt + ": é preciso que vote mais de metade.",
                               text(voted) + " of " + text(voters.size()) + " jurors" + of.en +
                                   " have voted: more than half have to."));
  if (in_favour <= against)
    return fail(core::error_of(ErrorKind::Conflict, "result-voted-down",
                               "Os jurados" + of.pt + " não aprovaram o resultado. A favor: " +
                                   text(in_favour) + "; contra: " + text(against) + ".",
                               "The jurors" + of.en + " have not adopted the result. In favour: " +
                                   text(in_favour) + "; against: " + text(against) + "."));
  return {};
}

Result<void> Votes::check_adopted(const std::vector<core::AccountId>& voters,
                                  const Impeded& impeded) const {
  if (auto adopted = check_adopted_by(voters, {}); !adopted) return adopted;
  for (const auto& [dossier, jurors] : impeded) {
    std::vector<core::AccountId> others;
    std::ranges::copy_if(voters, std::back_inserter(others),
                         [&](const auto& juror) { return !jurors.contains(juror); });
    if (others.empty() || others.size() == voters.size()) continue;
    const core::Reason of{" sem impedimento em " + dossier.text(),
                          " without a conflict in " + dossier.text()};
    if (auto adopted = check_adopted_by(others, of); !adopted) return adopted;
  }
  return {};
}

/// Only after scoring has closed: whoever saw the panel's points before could still change their
/// own by them.
Result<void> Outcome::check_vote(const VoteOnResult& command, const core::Context& context) const {
  const auto* panel = context.facts.find<facts::Panel>();
  if (!panel || std::ranges::find(panel->jurors, context.actor.account) == panel->jurors.end())
    return fail(core::error_of(ErrorKind::Forbidden, "juror-not-seated",
                               "Só vota quem faz parte do júri desta edição.",
                               "Only those who sit on the jury of this edition vote."));
  const auto& calendar = context.facts.find<facts::Edition>()->regulation.calendar;
  const auto may_vote = voters(*panel, calendar);
  if (std::ranges::find(may_vote, context.actor.account) == may_vote.end())
    return fail(core::error_of(ErrorKind::Forbidden, "juror-came-late",
                               "Só vota quem já fazia parte do júri quando a avaliação terminou.",
                               "Only those vote who sat on the jury when scoring closed."));
  if (auto closed = regulation::check_scoring_closed(calendar, context.now, context.lisbon);
      !closed)
    return closed;
  if (!computed_) return fail(not_computed());
  if (!unpublished_)
    return fail(core::error_of(ErrorKind::Conflict, "result-published",
                               "O resultado já está publicado.",
                               "The result is published already."));
  if (command.version != version_) return fail(result_changed());
  return {};
}

core::Decision Outcome::decide(const VoteOnResult& command, const core::Context& context) const {
  if (auto checked = check_open(context.facts); !checked) return fail(checked.error());
  if (auto checked = check_vote(command, context); !checked) return fail(checked.error());
  if (auto checked = check_statement(command); !checked) return fail(checked.error());
  return std::vector<core::Event>{ResultVoted{command.edition, context.now, context.actor.account,
                                              command.choice, command.statement}};
}

core::Error not_computed() {
  return core::error_of(ErrorKind::Conflict, "result-not-computed",
                        "O resultado ainda não foi calculado.",
                        "The result has not been computed yet.");
}

}  // namespace awards
