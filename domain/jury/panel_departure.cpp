#include <algorithm>

#include "domain/core/text.hpp"
#include "domain/jury/panel.hpp"
#include "domain/jury/panel_checks.hpp"

/// A juror who leaves in the middle of a round.
namespace jury {
namespace {

using core::fail;

bool is_sealed(const core::Facts& facts, const facts::Assignment& wanted) {
  return std::ranges::any_of(facts.all<facts::Evaluation>(), [&](const auto* evaluation) {
    return evaluation->sealed && evaluation->dossier == wanted.dossier &&
           evaluation->juror == wanted.juror;
  });
}

}  // namespace

void Panel::apply(const JurorLeft& event) {
  jurors_[event.juror].sits = false;
  for (const auto& dossier : event.taken_back) assignments_.erase({dossier, event.juror});
}

core::Decision Panel::decide(const DismissJuror& command, const core::Context& context) const {
  constexpr std::size_t longest_reason = 2000;
  if (auto open = check_open(command.edition, context.facts); !open) return fail(open.error());
  if (!sits(command.juror)) return fail(unknown_juror());
  if (auto checked = core::check_length(command.reason, "reason", 1, longest_reason); !checked)
    return fail(checked.error());
  JurorLeft left{command.edition, command.juror, {}, {}, command.reason};
  for (const auto& assignment : assignments_)
    if (assignment.juror == command.juror)
      (is_sealed(context.facts, assignment) ? left.stands : left.taken_back)
          .push_back(assignment.dossier);
  return std::vector<core::Event>{std::move(left)};
}

}  // namespace jury
