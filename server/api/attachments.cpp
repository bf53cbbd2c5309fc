#include <algorithm>
#include <charconv>

#include "domain/dossiers/attachments.hpp"
#include "domain/facts.hpp"
#include "projections/attachments.hpp"
#include "server/api/dossier_access.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/attachments/media_type.hpp"

/// Files arrive by tus 1.0.0 (https://tus.io/protocols/resumable-upload) with its extensions
/// creation and termination, in pieces; then a command attaches what has arrived to a record.
namespace server {
namespace {

using attachments::Upload;
using core::fail;
using core::Result;

constexpr std::size_t largest_piece = std::size_t{4} << 20;
constexpr auto tus_version = "1.0.0";

struct NewAttachment {
  core::AttachmentId upload;
  core::RecordId record_id;
  std::string title;
  FIELDS(upload, record_id, title)
};

http::Response tus_response(int status) {
  return {status, {{"Tus-Resumable", tus_version}}, ""};
}

/// A header's whole number, from 0 on. Error: "invalid-header".
Result<std::int64_t> number_in(const http::Request& request, const std::string& header) {
  const auto text = request.header(header);
  std::int64_t number = -1;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && rest == text.data() + text.size() && number >= 0) return number;
  return fail(core::invalid("invalid-header", header, "Este cabeçalho é um número inteiro.",
                            "This header is a whole number."));
}

/// Nobody learns of another's upload whether there is one.
Result<Upload> own_upload(const Call& call, const core::AttachmentId& id) {
  auto upload = call.app.attachments().uploads().find(id);
  if (!upload) return fail(std::move(upload.error()));
  if (!*upload || (*upload)->account != call.actor.account) return fail(not_found());
  return **std::move(upload);
}

Result<Upload> upload_in_path(const Call& call) {
  const auto id = id_from_path<core::AttachmentId>(call.request, "upload");
  if (!id) return fail(id.error());
  return own_upload(call, *id);
}

Result<void> permit_adding(const Call& call, const core::DossierId& dossier) {
  const dossiers::AddAttachment command{dossier, {}, {}, {}, {}};
  return permissions::permit(call.actor, command,
                             call.app.commands().facts_of({"dossier", dossier.text()}));
}

/// Whether a file of this length could be attached to some record of the dossier, of those that
/// stand or are still to be added.
Result<void> could_attach(const Call& call, const core::DossierId& dossier, std::int64_t bytes) {
  dossiers::AddAttachment command{dossier, core::AttachmentId("announced"), {}, "…", {}};
  command.file.bytes = bytes;
  const auto& commands = call.app.commands();
  auto tried = commands.trial(command, call.actor);
  if (!tried && tried.error().code != "unknown-record") return fail(tried.error());
  const auto told = commands.facts_of({"dossier", dossier.text()});
  for (const auto& record : told.find<facts::Dossier>()->records) {
    command.record_id = record;
    tried = commands.trial(command, call.actor);
    if (tried) return {};
    if (tried.error().code != "section-closed") return fail(tried.error());
  }
  return {};
}

core::Error too_many_under_way() {
  return core::error_of(core::ErrorKind::TooLarge, "too-many-uploads",
                        "Já vêm a caminho desta candidatura todos os ficheiros que ela pode ter: "
                        "acabe ou cancele os que começou.",
                        "All files that this dossier may have are on their way to it: finish or "
                        "cancel those that were begun.");
}

Reply begin_upload(const Call& call) {
  const auto dossier = id_from_path<core::DossierId>(call.request, "dossier");
  if (!dossier) return fail(dossier.error());
  if (auto permitted = permit_adding(call, *dossier); !permitted) return fail(permitted.error());
  const auto bytes = number_in(call.request, "upload-length");
  if (!bytes) return fail(bytes.error());
  if (*bytes > dossiers::largest_attachment)
    return fail({core::ErrorKind::TooLarge, "file-too-large", "Upload-Length",
                 "Um anexo tem no máximo 25 MB.", "An attachment has 25 MB at most."});
  if (auto could = could_attach(call, *dossier, *bytes); !could) return fail(could.error());
  auto& uploads = call.app.attachments().uploads();
  uploads.remove_abandoned();
  const auto [count, promised] = uploads.under_way(*dossier);
  if (count >= dossiers::most_attachments || promised + *bytes > dossiers::largest_attachments)
    return fail(too_many_under_way());
  const Upload upload{core::AttachmentId(call.app.fresh_id()), call.actor.account, *dossier,
                      *bytes};
  if (auto begun = uploads.begin(upload); !begun) return fail(std::move(begun.error()));
  auto response = tus_response(201);
  response.headers.emplace_back("Location", "/api/v1/uploads/" + upload.id.text());
  return response;
}

Reply show_upload(const Call& call) {
  const auto upload = upload_in_path(call);
  if (!upload) return fail(upload.error());
  const auto arrived = call.app.attachments().uploads().arrived(upload->id);
  auto response = tus_response(200);
  response.headers.emplace_back("Upload-Offset", std::to_string(arrived));
  response.headers.emplace_back("Upload-Length", std::to_string(upload->bytes));
  return response;
}

Reply add_piece(const Call& call) {
  const auto upload = upload_in_path(call);
  if (!upload) return fail(upload.error());
  const auto offset = number_in(call.request, "upload-offset");
  if (!offset) return fail(offset.error());
  const auto arrived = call.app.attachments().uploads().append(*upload, *offset, call.request.body);
  if (!arrived) return fail(arrived.error());
  auto response = tus_response(204);
  response.headers.emplace_back("Upload-Offset", std::to_string(*arrived));
  return response;
}

Reply end_upload(const Call& call) {
  const auto upload = upload_in_path(call);
  if (!upload) return fail(upload.error());
  call.app.attachments().uploads().remove(upload->id);
  return tus_response(204);
}

/// Looks at the file only when the order is new: sent again, it is answered as before.
Reply add(const Call& call) {
  const auto dossier = id_from_path<core::DossierId>(call.request, "dossier");
  if (!dossier) return fail(dossier.error());
  if (auto permitted = permit_adding(call, *dossier); !permitted) return fail(permitted.error());
  const auto wanted = json::read<NewAttachment>(call.request.body);
  if (!wanted) return fail(wanted.error());
  const dossiers::AddAttachment command{
      *dossier, wanted->upload, wanted->record_id, wanted->title, {}};
  auto reply = give_command(call, command, [&](core::Command& whole) -> Result<void> {
    const auto upload = own_upload(call, wanted->upload);
    if (!upload) return fail(upload.error());
    if (upload->dossier != *dossier) return fail(not_found());
    auto completed = command;
    completed.file.bytes = upload->bytes;
    if (auto tried = call.app.commands().trial(completed, call.actor); !tried)
      return fail(std::move(tried.error()));
    auto file = call.app.attachments().take_in(*upload);
    if (!file) return fail(std::move(file.error()));
    completed.file = *std::move(file);
    whole = std::move(completed);
    return {};
  });
  if (reply) call.app.attachments().uploads().remove(wanted->upload);
  return reply;
}

/// "anexo-3f2a91c0.pdf": what the uploader called it may name its author.
std::string file_name(const projections::AttachmentRow& row) {
  const auto& types = attachments::taken_types();
  const auto type =
      std::ranges::find(types, row.file.media_type, &attachments::TakenType::media_type);
  const auto ending = type == types.end() ? std::string() : type->ending;
  return "anexo-" + row.attachment.text().substr(0, 8) + ending;
}

Reply show(const Call& call) {
  const auto dossier = id_from_path<core::DossierId>(call.request, "dossier");
  if (!dossier) return fail(dossier.error());
  const auto id = id_from_path<core::AttachmentId>(call.request, "attachment");
  if (!id) return fail(id.error());
  const auto view = call.app.views().view("attachments");
  const auto row = reads_as_owner(call, *dossier)
                       ? projections::find_ever_attached(*view, *dossier, *id)
                       : projections::find_attachment(*view, *dossier, *id);
  if (!row) return fail(not_found());
  auto bytes = call.app.attachments().content().read(
      sees_authors(call, *dossier) ? row->file.sha256 : row->file.anonymous_sha256);
  if (!bytes) return fail(std::move(bytes.error()));
  return file_response(row->file.media_type, file_name(*row), *std::move(bytes));
}

Endpoint add_piece_endpoint() {
  Endpoint piece{http::Method::Patch,
                 "/uploads/{upload}",
                 "upload.add-piece",
                 "Adds a piece of at most 4 MiB after what has arrived (tus, Upload-Offset).",
                 permissions::Audience::SignedIn,
                 {},
                 schema_of_bytes,
                 {},
                 {},
                 add_piece};
  piece.body_type = "application/offset+octet-stream";
  piece.body_limit = largest_piece;
  return piece;
}

/// An endpoint of tus that neither takes nor gives JSON.
Endpoint upload_endpoint(http::Method method, std::string pattern, std::string name,
                         std::string summary, Reply (*handle)(const Call&)) {
  return {method,
          std::move(pattern),
          std::move(name),
          std::move(summary),
          permissions::Audience::SignedIn,
          {},
          {},
          {},
          {},
          handle};
}

}  // namespace

std::vector<Endpoint> attachment_endpoints() {
  return {
      upload_endpoint(
          http::Method::Post, "/dossiers/{dossier}/uploads", "upload.begin",
          "Announces a file of Upload-Length bytes (tus, creation); its Location takes the "
          "pieces.",
          begin_upload),
      upload_endpoint(http::Method::Get, "/uploads/{upload}", "upload.show",
                      "How much has arrived (tus, Upload-Offset); for who began the upload.",
                      show_upload),
      add_piece_endpoint(),
      upload_endpoint(http::Method::Delete, "/uploads/{upload}", "upload.end",
                      "Gives an upload up (tus, termination).", end_upload),
      {http::Method::Post,
       "/dossiers/{dossier}/attachments",
       "dossier.add-attachment",
       "Attaches a file that has arrived whole to a record: checked for malware where there "
       "is a clamd, of a type that is taken by its content.",
       permissions::Audience::SignedIn,
       {},
       json::schema<NewAttachment>,
       json::schema<Accepted>,
       {},
       add,
       true},
      dossier_file_endpoint("/dossiers/{dossier}/attachments/{attachment}", "dossier.attachment",
                            "An attachment's file; for jurors without what says who made it.",
                            permissions::Audience::Dossier, "application/octet-stream", show)};
}

}  // namespace server
