#include "projections/dossier_board.hpp"

#include "projections/dossier_history.hpp"
#include "projections/editions.hpp"
#include "projections/jury_desk.hpp"
#include "projections/whole_dossier.hpp"
#include "server/api/query.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/print/dossier_document.hpp"
#include "server/print/pdf.hpp"
#include "server/share.hpp"

namespace server {
namespace {

struct Dossiers {
  std::vector<projections::ListedDossier> dossiers;
  FIELDS(dossiers)
};

struct History {
  std::vector<projections::RecordVersion> versions;
  FIELDS(versions)
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

/// Answers alike whether there is such a dossier or not.
core::Result<permissions::Subject> readers(const Call& call) {
  const auto dossier = id_from_path<core::DossierId>(call.request, "dossier");
  if (!dossier) return core::fail(dossier.error());
  return permissions::Subject{
      core::entity_of(*dossier),
      projections::jurors_of(*call.app.views().view("jury_desk"), *dossier)};
}

/// The same without the jurors: how a dossier came to be what it is, is not theirs to judge.
core::Result<permissions::Subject> authors(const Call& call) {
  const auto dossier = id_from_path<core::DossierId>(call.request, "dossier");
  if (!dossier) return core::fail(dossier.error());
  return permissions::Subject{core::entity_of(*dossier), {}};
}

Reply list(const Call& call) {
  const auto edition = id_from_path<core::EditionId>(call.request, "edition");
  if (!edition) return core::fail(edition.error());
  if (!projections::find_edition(*call.app.views().view("editions"), *edition))
    return core::fail(not_found());
  return json_response(Dossiers{projections::dossier_board(call.app.views(), *edition)});
}

/// Whether the names of those who wrote and submitted it are for the one who asks: not for a juror.
bool owns(const Call& call, const core::DossierId& dossier) {
  return permissions::permit_reading(call.actor, permissions::Audience::Owner,
                                     {core::entity_of(dossier), {}})
      .has_value();
}

Reply show(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  auto whole = projections::whole_dossier(call.app.views(), *id);
  if (!whole) return core::fail(not_found());
  if (!owns(call, *id)) whole->dossier.receipt.reset();
  return json_response(*whole, whole->dossier.version);
}

Reply history(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  const auto record = id_from_query<core::RecordId>(call.request, "record");
  if (!record) return core::fail(record.error());
  if (!projections::find_dossier(*call.app.views().view("dossier_board"), *id))
    return core::fail(not_found());
  return json_response(
      History{projections::history_of(*call.app.views().view("dossier_history"), *id, *record)});
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
  auto response = json_response(call.app.store().receipt(dossier->receipt->position));
  response.body += '\n';
  response.headers.emplace_back("Content-Disposition",
                                "attachment; filename=\"" + dossier->dossier.text() + ".json\"");
  return response;
}

Reply document(const Call& call) {
  static const site::Templates templates(shared_file("web-client/print"));
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  auto whole = projections::whole_dossier(call.app.views(), *id);
  if (!whole) return core::fail(not_found());
  if (!owns(call, *id)) whole->dossier.receipt.reset();
  const auto edition =
      projections::find_edition(*call.app.views().view("editions"), whole->dossier.edition);
  core::ensure(edition.has_value(), "a dossier belongs to an edition");
  auto pdf = print::pdf_of(print::dossier_document(templates, *whole, *edition));
  if (!pdf) return core::fail(std::move(pdf.error()));
  return http::Response{
      200,
      {{"Content-Type", "application/pdf"},
       {"Content-Disposition", "attachment; filename=\"candidatura-" + id->text() + ".pdf\""}},
      *std::move(pdf)};
}

Endpoint document_endpoint() {
  Endpoint endpoint{http::Method::Get,
                    "/dossiers/{dossier}/document",
                    "dossier.document",
                    "The whole dossier as tagged PDF (PDF/UA), in Portuguese.",
                    permissions::Audience::Dossier,
                    readers,
                    {},
                    schema_of_bytes,
                    {},
                    document};
  endpoint.answer_type = "application/pdf";
  return endpoint;
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
           readers,
           {},
           json::schema<projections::WholeDossier>,
           {},
           show},
          {http::Method::Get,
           "/dossiers/{dossier}/history",
           "dossier.history",
           "Every version of every record, with who made it, when, and what it changed.",
           Audience::Dossier,
           authors,
           {},
           json::schema<History>,
           {{"record", "The versions of this record alone."}},
           history},
          {http::Method::Get,
           "/dossiers/{dossier}/receipt",
           "dossier.receipt",
           "What a submission's receipt says.",
           Audience::Owner,
           readers,
           {},
           json::schema<Receipt>,
           {},
           receipt},
          {http::Method::Get,
           "/dossiers/{dossier}/receipt/file",
           "dossier.receipt-file",
           "The receipt as a file that proves the submission to who has the key at /log/key alone.",
           Audience::Owner,
           readers,
           {},
           json::schema<eventstore::Receipt>,
           {},
           receipt_file},
          document_endpoint()};
}

}  // namespace server
