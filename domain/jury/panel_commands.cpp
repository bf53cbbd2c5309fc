#include "domain/jury/panel_commands.hpp"

#include <algorithm>
#include <iterator>

#include "domain/facts.hpp"
#include "domain/jury/panel_checks.hpp"

/// What each command of a panel asks of others.
namespace jury {
namespace {

std::vector<core::StreamRef> with_entities(const core::EditionId& edition,
                                           const std::vector<core::DossierId>& dossiers) {
  auto streams = edition_and(edition, dossiers);
  for (const auto& dossier : dossiers)
    streams.push_back({"entity", core::entity_of(dossier).text()});
  return streams;
}

}  // namespace

std::vector<core::StreamRef> AppointJuror::reads(const core::Facts& facts) const {
  auto streams = edition_and(edition);
  streams.push_back({"account", juror.text()});
  if (!affiliation) return streams;
  streams.push_back({"entity", affiliation->text()});
  streams.push_back({"panel", edition.text()});
  if (const auto* panel = facts.find<facts::Panel>())
    std::ranges::move(with_entities(edition, panel->dossiers), std::back_inserter(streams));
  return streams;
}

/// The panel, and once it is known what the juror has given.
std::vector<core::StreamRef> DismissJuror::reads(const core::Facts& facts) const {
  auto streams = edition_and(edition);
  streams.push_back({"panel", edition.text()});
  if (const auto* panel = facts.find<facts::Panel>())
    for (const auto& assignment : panel->assignments)
      if (assignment.juror == juror) streams.push_back({"evaluation", assignment.evaluation()});
  return streams;
}

std::vector<core::StreamRef> DescribeJuror::reads(const core::Facts& facts) const {
  if (ties.empty()) return edition_and(edition);
  const auto* panel = facts.find<facts::Panel>();
  auto streams = panel ? with_entities(edition, panel->dossiers) : edition_and(edition);
  streams.push_back({"panel", edition.text()});
  for (const auto& tie : ties)
    if (tie.entity) streams.push_back({"entity", tie.entity->text()});
  return streams;
}

std::vector<core::StreamRef> RulePair::reads(const core::Facts&) const {
  return edition_and(core::edition_of(dossier));
}

std::vector<core::StreamRef> AskConflicts::reads(const core::Facts&) const {
  return with_entities(edition, dossiers);
}

std::vector<core::StreamRef> AnswerConflict::reads(const core::Facts&) const {
  return edition_and(core::edition_of(dossier));
}

std::vector<core::StreamRef> ImposeConflict::reads(const core::Facts&) const {
  return edition_and(core::edition_of(dossier));
}

std::vector<core::StreamRef> WaiveConflict::reads(const core::Facts&) const {
  return edition_and(core::edition_of(dossier));
}

std::vector<core::StreamRef> AssignJurors::reads(const core::Facts&) const {
  return edition_and(edition, dossiers);
}

}  // namespace jury
