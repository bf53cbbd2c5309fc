#include "projections/dossier_board.hpp"

#include "projections/dossier_history.hpp"
#include "projections/editions.hpp"
#include "projections/whole_dossier.hpp"
#include "server/api/dossier_access.hpp"
#include "server/api/query.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/print/dossier_document.hpp"
#include "server/print/pdf.hpp"

namespace server {
namespace {

struct Dossiers {
  std::vector<projections::ListedDossier> dossiers;
  FIELDS(dossiers)
};

struct History {
  std::vector<projections::RecordVersion> versions;
  std::vector<projections::AttachmentChange> attachments;
  FIELDS(versions, attachments)
};

/// The receipt as a document: it says of itself where it comes from a demonstration.
struct Receipt : projections::ReceiptRow {
  std::string edition_title;
  bool demonstration = false;
  FIELDS_AND_THOSE_OF(projections::ReceiptRow, edition_title, demonstration)
};

core::Error not_submitted() {
  return core::error_of(core::ErrorKind::NotFound, "not-submitted",
                        "Esta candidatura ainda não foi submetida: não há comprovativo.",
                        "This dossier has not been submitted yet: there is no receipt.");
}

Reply list(const Call& call) {
  const auto edition = id_from_path<core::EditionId>(call.request, "edition");
  if (!edition) return core::fail(edition.error());
  if (!projections::find_edition(*call.app.views().view("editions"), *edition))
    return core::fail(not_found());
  return json_response(Dossiers{projections::dossier_board(call.app.views(), *edition)});
}

Reply show(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  auto whole = projections::whole_dossier(call.app.views(), *id);
  if (!whole) return core::fail(not_found());
  if (!sees_authors(call, *id)) projections::hide_authors(*whole);
  if (!reads_as_owner(call, *id)) {
    whole->dossier.contest.reset();
    whole->dossier.earlier_screenings.clear();
  }
  return json_response(*whole, whole->dossier.version);
}

Reply history(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  const auto record = id_from_query<core::RecordId>(call.request, "record");
  if (!record) return core::fail(record.error());
  if (!projections::find_dossier(*call.app.views().view("dossier_board"), *id))
    return core::fail(not_found());
  const auto view = call.app.views().view("dossier_history");
  return json_response(History{projections::history_of(*view, *id, *record),
                               projections::attachment_history_of(*view, *id, *record)});
}

/// The dossier, once it has a receipt.
core::Result<projections::DossierRow> submitted(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  const auto dossier = projections::find_dossier(*call.app.views().view("dossier_board"), *id);
  if (!dossier) return core::fail(not_found());
  if (!dossier->receipt) return core::fail(not_submitted());
  return *dossier;
}

Reply receipt(const Call& call) {
  const auto dossier = submitted(call);
  if (!dossier) return core::fail(dossier.error());
  const auto edition =
      projections::find_edition(*call.app.views().view("editions"), dossier->edition);
  core::ensure(edition.has_value(), "a dossier belongs to an edition");
  return json_response(Receipt{*dossier->receipt, edition->title, edition->demonstration});
}

Reply receipt_file(const Call& call) {
  const auto dossier = submitted(call);
  if (!dossier) return core::fail(dossier.error());
  call.app.watch().proof(Proof::Receipt);
  return file_response("application/json", dossier->dossier.text() + ".json",
                       json::write(call.app.store().receipt(dossier->receipt->position)) + '\n');
}

Reply document(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  auto whole = projections::whole_dossier(call.app.views(), *id);
  if (!whole) return core::fail(not_found());
  if (!sees_authors(call, *id)) projections::hide_authors(*whole);
  const auto edition =
      projections::find_edition(*call.app.views().view("editions"), whole->dossier.edition);
  core::ensure(edition.has_value(), "a dossier belongs to an edition");
  auto pdf = print::pdf_of(print::dossier_document(*whole, *edition));
  if (!pdf) return core::fail(std::move(pdf.error()));
  return file_response("application/pdf", "candidatura-" + id->text() + ".pdf", *std::move(pdf));
}

}  // namespace

std::vector<Endpoint> dossier_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/editions/{edition}/dossiers",
           "dossier.list",
           "The dossiers of an edition, by entity, with their states.",
           Audience::Secretariat,
           {},
           {},
           json::schema<Dossiers>,
           {},
           list},
          {http::Method::Get,
           "/dossiers/{dossier}",
           "dossier.show",
           "A whole dossier with its records and what it lacks; its version is the ETag.",
           Audience::Dossier,
           dossier_in_path,
           {},
           json::schema<projections::WholeDossier>,
           {},
           show},
          {http::Method::Get,
           "/dossiers/{dossier}/history",
           "dossier.history",
           "Every version of every record, with who made it, when, and what it changed; and who "
           "attached or removed which file, and when.",
           Audience::Owner,
           dossier_in_path,
           {},
           json::schema<History>,
           {{"record", "What became of this record alone."}},
           history},
          {http::Method::Get,
           "/dossiers/{dossier}/receipt",
           "dossier.receipt",
           "What a submission's receipt says.",
           Audience::Owner,
           dossier_in_path,
           {},
           json::schema<Receipt>,
           {},
           receipt},
          {http::Method::Get,
           "/dossiers/{dossier}/receipt/file",
           "dossier.receipt-file",
           "The receipt as a file that proves the submission to who has the key at /log/key alone.",
           Audience::Owner,
           dossier_in_path,
           {},
           json::schema<eventstore::Receipt>,
           {},
           receipt_file},
          dossier_file_endpoint("/dossiers/{dossier}/document", "dossier.document",
                                "The whole dossier as tagged PDF (PDF/UA), in Portuguese.",
                                Audience::Dossier, "application/pdf", document)};
}

}  // namespace server
