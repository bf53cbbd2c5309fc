#include "domain/dossiers/dossier.hpp"
#include "domain/dossiers/dossier_faults.hpp"
#include "domain/dossiers/record_rules.hpp"

namespace dossiers {
namespace {

using core::Decision;
using core::ErrorKind;
using core::fail;
using core::Result;

/// Whether `revision` is the newest of a record that exists, or at least did.
Result<void> is_newest(const RecordVersions& records, const core::RecordId& id,
                       std::int64_t revision) {
  const auto newest = records.revision(id);
  if (newest == 0) return fail(unknown_record());
  if (newest == revision) return {};
  return fail({ErrorKind::Conflict, "record-changed", "revision",
               "Este registo foi alterado entretanto. Compare com o que lá está e volte a gravar.",
               "This record has been changed meanwhile. Compare with what stands and save again."});
}

}  // namespace

Result<void> Dossier::has_room() const {
  constexpr std::size_t most_records = 200;
  if (records_.size() < most_records) return {};
  return fail(core::error_of(ErrorKind::TooLarge, "too-many-records",
                             "Uma candidatura tem no máximo 200 registos.",
                             "A dossier has 200 records at most."));
}

/// What an earlier record of the same name had attached is none of the new one's.
void Dossier::apply(const DossierRecordAdded& event) {
  std::erase_if(attachments_, [&](const auto& attachment) {
    return attachment.second.record_id == event.record_id;
  });
  records_.add_version(event.record_id, event.record);
}
void Dossier::apply(const DossierRecordChanged& event) {
  records_.add_version(event.record_id, event.record);
}
void Dossier::apply(const DossierRecordRemoved& event) {
  records_.add_version(event.record_id, std::nullopt);
}
void Dossier::apply(const DossierRecordRestored& event) {
  records_.add_version(event.record_id, event.record);
}

Decision Dossier::decide(const AddRecord& command, const core::Context& context) const {
  if (auto open = may_change(context, section_of(command.record)); !open) return fail(open.error());
  if (records_.contains(command.record_id))
    return fail({ErrorKind::Conflict, "record-exists", "record_id",
                 "Já existe um registo com este código.",
                 "There is a record of this name already."});
  if (auto room = has_room(); !room) return fail(room.error());
  if (auto checked = check(command.record, rules_of(context)); !checked)
    return fail(checked.error());
  if (auto checked = check_origin(command.origin, command.dossier, context.facts); !checked)
    return fail(checked.error());
  return std::vector<core::Event>{
      DossierRecordAdded{command.dossier, command.record_id, command.record, command.origin}};
}

Decision Dossier::decide(const ChangeRecord& command, const core::Context& context) const {
  if (auto open = may_change(context, section_of(command.record)); !open) return fail(open.error());
  if (auto newest = is_newest(records_, command.record_id, command.revision); !newest)
    return fail(newest.error());
  const auto* standing = records_.find(command.record_id);
  if (standing == nullptr) return fail(unknown_record());
  if (standing->index() != command.record.index())
    return fail(core::invalid("record-kind", "record.kind",
                              "Um registo não muda de tipo: remova-o e crie outro.",
                              "A record keeps its kind: remove it and add another."));
  if (auto checked = check(command.record, rules_of(context)); !checked)
    return fail(checked.error());
  if (alike(*standing, command.record, context.writing)) return std::vector<core::Event>();
  return std::vector<core::Event>{
      DossierRecordChanged{command.dossier, command.record_id, command.record}};
}

Decision Dossier::decide(const RemoveRecord& command, const core::Context& context) const {
  if (auto open = may_change(context, records_.section(command.record_id)); !open)
    return fail(open.error());
  if (auto newest = is_newest(records_, command.record_id, command.revision); !newest)
    return fail(newest.error());
  if (!records_.contains(command.record_id)) return fail(unknown_record());
  return std::vector<core::Event>{DossierRecordRemoved{command.dossier, command.record_id}};
}

Decision Dossier::decide(const RestoreRecord& command, const core::Context& context) const {
  if (auto open = may_change(context, records_.section(command.record_id)); !open)
    return fail(open.error());
  if (auto newest = is_newest(records_, command.record_id, command.revision); !newest)
    return fail(newest.error());
  const auto* wanted = records_.find(command.record_id, command.restores);
  if (wanted == nullptr)
    return fail({ErrorKind::NotFound, "unknown-revision", "restores",
                 "Este registo não tem essa versão.", "This record has no such version."});
  if (auto open = may_change(context, section_of(*wanted)); !open) return fail(open.error());
  if (const auto* standing = records_.find(command.record_id)) {
    if (alike(*standing, *wanted, context.writing)) return std::vector<core::Event>();
  } else {
    if (auto room = has_room(); !room) return fail(room.error());
    if (auto room = has_room_for(attached_to(command.record_id)); !room) return fail(room.error());
  }
  return std::vector<core::Event>{
      DossierRecordRestored{command.dossier, command.record_id, command.restores, *wanted}};
}

}  // namespace dossiers
