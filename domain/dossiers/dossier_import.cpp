#include <set>

#include "domain/core/text.hpp"
#include "domain/dossiers/dossier.hpp"
#include "domain/dossiers/dossier_faults.hpp"
#include "domain/dossiers/record_rules.hpp"

namespace dossiers {
namespace {

using core::fail;
using core::Result;

core::Error record_exists() {
  return {core::ErrorKind::Conflict, "record-exists", "record_id",
          "Já existe um registo com este código e outro conteúdo.",
          "There is a record of this name already, with other content."};
}

}  // namespace

std::vector<core::StreamRef> ImportRecords::reads(const core::Facts&) const {
  std::set<core::DossierId> earlier;
  for (const auto& [id, record, origin] : records)
    if (origin && origin->dossier != dossier &&
        core::entity_of(origin->dossier) == core::entity_of(dossier))
      earlier.insert(origin->dossier);
  auto streams = edition_read(dossier);
  for (const auto& one : earlier) streams.push_back({"dossier", one.text()});
  return streams;
}

Result<bool> Dossier::adds(const ImportedRecord& imported, const core::Context& context) const {
  const auto* standing = records_.find(imported.record_id);
  if (standing != nullptr && alike(*standing, imported.record, context.writing)) return false;
  if (auto open = may_change(context, section_of(imported.record)); !open)
    return fail(open.error());
  if (standing != nullptr) return fail(record_exists());
  if (auto checked = check(imported.record, rules_of(context)); !checked)
    return fail(checked.error());
  if (auto checked = check_origin(imported.origin, started_->dossier, context.facts); !checked)
    return fail(checked.error());
  return true;
}

core::Decision Dossier::decide(const ImportRecords& command, const core::Context& context) const {
  Dossier filled = *this;
  std::vector<core::Event> events;
  for (std::size_t i = 0; i < command.records.size(); ++i) {
    const auto& imported = command.records[i];
    const auto at_its_place = [&](core::Error error) {
      const auto place = core::item("records", i);
      error.field = error.field.empty() ? place : place + "." + error.field;
      return fail(std::move(error));
    };
    const auto adds = filled.adds(imported, context);
    if (!adds) return at_its_place(adds.error());
    if (!*adds) continue;
    if (auto room = filled.has_room(); !room) return at_its_place(room.error());
    const DossierRecordAdded added{command.dossier, imported.record_id, imported.record,
                                   imported.origin};
    filled.apply(added);
    events.emplace_back(added);
  }
  return events;
}

}  // namespace dossiers
