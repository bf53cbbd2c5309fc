#include "projections/feedback.hpp"
#include "projections/dossier_board.hpp"
#include "server/api/dossier_access.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/lisbon.hpp"
#include "server/print/feedback_document.hpp"
#include "server/print/pdf.hpp"

namespace server {
namespace {

/// Of a dossier that is on no published list: that there is none yet, or that it was not admitted.
core::Error no_feedback(const Call& call, const core::DossierId& id) {
  const auto dossier = projections::find_dossier(*call.app.views().view("dossier_board"), id);
  const bool published =
      projections::published_result(call.app.views(), core::edition_of(id)).has_value();
  if (published && dossier && dossier->state == projections::DossierState::NotEligible) {
    const auto reason = dossier->screening->reason.value_or("");
    return core::error_of(core::ErrorKind::NotFound, "not-admitted",
                          "Esta candidatura não foi admitida. Razão: " + reason,
                          "This dossier was not admitted. Reason: " + reason);
  }
  return core::error_of(core::ErrorKind::NotFound, "result-not-published",
                        "Ainda não há resultado publicado desta candidatura.",
                        "No result of this dossier has been published.");
}

core::Result<projections::Feedback> found(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  auto feedback = projections::feedback_of(call.app.views(), *id);
  if (!feedback) return core::fail(no_feedback(call, *id));
  return *std::move(feedback);
}

Reply show(const Call& call) {
  const auto feedback = found(call);
  if (!feedback) return core::fail(feedback.error());
  return json_response(*feedback);
}

Reply document(const Call& call) {
  const auto feedback = found(call);
  if (!feedback) return core::fail(feedback.error());
  auto pdf = print::pdf_of(print::feedback_document(*feedback));
  if (!pdf) return core::fail(std::move(pdf.error()));
  return file_response("application/pdf", "resultado-" + feedback->result.dossier.text() + ".pdf",
                       *std::move(pdf));
}

/// What the panel chooses from; not before marks, which may be told by them, stand.
Reply comments(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  const auto edition =
      projections::find_edition(*call.app.views().view("editions"), core::edition_of(*id));
  if (!edition) return core::fail(not_found());
  const auto& calendar = edition->regulation.calendar;
  if (auto closed = regulation::check_scoring_closed(calendar, call.app.now(), lisbon()); !closed)
    return core::fail(std::move(closed.error()));
  return json_response(*projections::comments_on(call.app.views(), *id));
}

}  // namespace

std::vector<Endpoint> feedback_endpoints() {
  return {
      {http::Method::Get,
       "/dossiers/{dossier}/feedback",
       "dossier.feedback",
       "What the entity is told once a list is published: its points by section, every "
       "decision with its reason, the comments that the panel released, and until when it may "
       "answer.",
       permissions::Audience::Owner,
       dossier_in_path,
       {},
       json::schema<projections::Feedback>,
       {},
       show},
      {http::Method::Get,
       "/dossiers/{dossier}/comments",
       "dossier.comments",
       "Once scoring has closed: what jurors say of a dossier, by criterion, and which of it the "
       "entity may read (`evaluation.release-comments`).",
       permissions::Audience::Secretariat,
       {},
       {},
       json::schema<projections::DossierComments>,
       {},
       comments},
      dossier_file_endpoint("/dossiers/{dossier}/feedback/document", "dossier.feedback-document",
                            "The same as a letter in tagged PDF (PDF/UA), in Portuguese.",
                            permissions::Audience::Owner, "application/pdf", document)};
}

}  // namespace server
