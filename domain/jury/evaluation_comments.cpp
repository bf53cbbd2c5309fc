#include <algorithm>

#include "domain/core/text.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel_checks.hpp"

namespace jury {
namespace {

using core::ErrorKind;
using core::fail;
using core::Result;

/// Scoring has closed, and nothing has set the evaluation aside.
Result<void> check_counts(const facts::Assignment& evaluation, const core::Context& context) {
  const auto edition = core::edition_of(evaluation.dossier);
  if (auto open = check_open(edition, context.facts); !open) return open;
  const auto& calendar = context.facts.find<facts::Edition>()->regulation.calendar;
  if (auto closed = regulation::check_scoring_closed(calendar, context.now, context.lisbon);
      !closed)
    return closed;
  const auto* panel = context.facts.find<facts::Panel>();
  if (!panel || std::ranges::find(panel->assignments, evaluation) == panel->assignments.end())
    return fail(core::error_of(ErrorKind::Conflict, "evaluation-set-aside",
                               "Esta avaliação não conta.", "This evaluation does not count."));
  return {};
}

}  // namespace

std::string ReleaseComments::target() const {
  return facts::Assignment{dossier, juror}.evaluation();
}

std::vector<core::StreamRef> ReleaseComments::reads(const core::Facts&) const {
  const auto edition = core::edition_of(dossier);
  auto streams = edition_and(edition);
  streams.push_back({"panel", edition.text()});
  return streams;
}

void Evaluation::apply(const CommentsReleased& event) {
  released_ = {event.criteria.begin(), event.criteria.end()};
}

Result<void> Evaluation::check_comments(const std::vector<core::CriterionId>& criteria) const {
  std::set<core::CriterionId> seen;
  for (std::size_t i = 0; i < criteria.size(); ++i) {
    const auto field = core::item("criteria", i);
    const auto mark = marks_.find(criteria[i]);
    if (mark == marks_.end() || !mark->second.has_comment())
      return fail(core::invalid("comment-missing", field, "Não há comentário a este critério.",
                                "There is no comment on this criterion."));
    if (!seen.insert(criteria[i]).second)
      return fail(core::invalid("criterion-repeated", field, "Este critério já foi indicado.",
                                "This criterion has been named already."));
  }
  if (seen == released_)
    return fail(core::invalid("nothing-changes", "criteria",
                              "Os comentários divulgados já são estes.",
                              "These are the comments that are released already."));
  return {};
}

core::Decision Evaluation::decide(const ReleaseComments& command,
                                  const core::Context& context) const {
  if (auto checked = check_counts({command.dossier, command.juror}, context); !checked)
    return fail(checked.error());
  if (!sealed_)
    return fail(core::error_of(ErrorKind::Conflict, "evaluation-not-sealed",
                               "A avaliação não está selada.", "The evaluation is not sealed."));
  if (auto checked = check_comments(command.criteria); !checked) return fail(checked.error());
  return std::vector<core::Event>{CommentsReleased{command.dossier, command.juror, context.now,
                                                   context.actor.account, command.criteria}};
}

}  // namespace jury
