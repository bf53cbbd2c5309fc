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

core::Error unknown_attachment() {
  return {ErrorKind::NotFound, "unknown-attachment", "attachment", "Este anexo não existe.",
          "There is no such attachment."};
}

Result<void> check(const AddAttachment& command) {
  constexpr std::size_t longest_title = 200;
  Checks checks;
  checks.text("title", command.title, longest_title);
  if (command.file.bytes > largest_attachment)
    return fail(error_of(ErrorKind::TooLarge, "file-too-large", "Um anexo tem no máximo 25 MB.",
                         "An attachment has 25 MB at most."));
  return checks.result();
}

}  // namespace

std::vector<core::StreamRef> AddAttachment::reads(const core::Facts&) const {
  return edition_read(dossier);
}

std::vector<core::StreamRef> RemoveAttachment::reads(const core::Facts&) const {
  return edition_read(dossier);
}

void Dossier::apply(const DossierAttachmentAdded& event) {
  attachments_[event.attachment] = event;
}

void Dossier::apply(const DossierAttachmentRemoved& event) {
  attachments_.erase(event.attachment);
}

const DossierAttachmentAdded* Dossier::find(const core::AttachmentId& attachment) const {
  const auto found = attachments_.find(attachment);
  if (found == attachments_.end() || !records_.contains(found->second.record_id)) return nullptr;
  return &found->second;
}

Result<void> Dossier::has_room_for(const std::vector<std::int64_t>& more) const {
  auto count = more.size();
  std::int64_t bytes = 0;
  for (const auto size : more) bytes += size;
  for (const auto& [id, attached] : attachments_) {
    if (!records_.contains(attached.record_id)) continue;
    ++count;
    bytes += attached.file.bytes;
  }
  if (count <= most_attachments && bytes <= largest_attachments) return {};
  return fail(error_of(ErrorKind::TooLarge, "too-many-attachments",
                       "Uma candidatura tem no máximo 200 anexos, que juntos não passam de 250 MB.",
                       "A dossier has 200 attachments at most, of 250 MB together."));
}

std::vector<std::int64_t> Dossier::attached_to(const core::RecordId& record) const {
  std::vector<std::int64_t> own;
  for (const auto& [id, attached] : attachments_)
    if (attached.record_id == record) own.push_back(attached.file.bytes);
  return own;
}

Decision Dossier::decide(const AddAttachment& command, const core::Context& context) const {
  if (auto open = may_change(context, records_.section(command.record_id)); !open)
    return fail(open.error());
  if (!records_.contains(command.record_id)) return fail(unknown_record());
  if (attachments_.contains(command.attachment))
    return fail({ErrorKind::Conflict, "attachment-exists", "attachment",
                 "Este ficheiro já foi anexado.", "This file has been attached already."});
  if (auto checked = check(command); !checked) return fail(checked.error());
  if (auto room = has_room_for({command.file.bytes}); !room) return fail(room.error());
  return std::vector<core::Event>{
      DossierAttachmentAdded{command.dossier, command.attachment, command.record_id, command.title,
                             command.file, context.now, context.actor.account}};
}

Decision Dossier::decide(const RemoveAttachment& command, const core::Context& context) const {
  const auto* found = find(command.attachment);
  const auto section = found == nullptr ? std::nullopt : records_.section(found->record_id);
  if (auto open = may_change(context, section); !open) return fail(open.error());
  if (found == nullptr) return fail(unknown_attachment());
  return std::vector<core::Event>{DossierAttachmentRemoved{command.dossier, command.attachment}};
}

}  // namespace dossiers
