#include "projections/deliberations.hpp"

#include "domain/awards/outcome.hpp"
#include "projections/editions.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/lisbon.hpp"
#include "server/minutes.hpp"
#include "server/print/minutes_document.hpp"
#include "server/print/pdf.hpp"

/// What the panel votes on, and what it decided.
namespace server {
namespace {

using core::fail;

/// Jurors see what the panel's marks add up to once nobody can change theirs by it.
Reply ballot(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return fail(id.error());
  const auto edition = projections::find_edition(*call.app.views().view("editions"), *id);
  if (!edition) return fail(not_found());
  const auto& calendar = edition->regulation.calendar;
  if (auto closed = regulation::check_scoring_closed(calendar, call.app.now(), lisbon()); !closed)
    return fail(std::move(closed.error()));
  const auto found = projections::ballot_of(call.app.views(), *id, call.actor.account);
  if (!found) return fail(awards::not_computed());
  return json_response(*found);
}

/// For everybody once there is a final list: what the provisional one says may still change, and a
/// juror's vote with it. Before that for those who took part.
core::Result<projections::Minutes> minutes_in_path(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return fail(id.error());
  const auto panel = projections::panel_record(*call.app.views().view("deliberations"), *id);
  const auto audience = projections::has_final_list(panel) ? permissions::Audience::Everyone
                                                           : permissions::Audience::Panel;
  if (auto permitted = permissions::permit_reading(
          call.actor, audience, {{}, projections::seated(panel, projections::Seats::Ever)});
      !permitted)
    return fail(std::move(permitted.error()));
  if (!projections::find_edition(*call.app.views().view("editions"), *id)) return fail(not_found());
  auto minutes = minutes_of(call.app.views(), call.app.store(), *id);
  if (!minutes)
    return fail(core::error_of(core::ErrorKind::NotFound, "result-not-published",
                               "O resultado desta edição ainda não foi publicado.",
                               "The result of this edition has not been published yet."));
  return *std::move(minutes);
}

Reply minutes(const Call& call) {
  const auto found = minutes_in_path(call);
  if (!found) return fail(found.error());
  return json_response(*found);
}

Reply minutes_document(const Call& call) {
  const auto found = minutes_in_path(call);
  if (!found) return fail(found.error());
  const auto& id = found->result.edition;
  const auto edition = projections::find_edition(*call.app.views().view("editions"), id);
  core::ensure(edition.has_value(), "a result belongs to an edition");
  auto pdf = print::pdf_of(print::minutes_document(*found, *edition));
  if (!pdf) return fail(std::move(pdf.error()));
  return file_response("application/pdf", "ata-" + id.text() + ".pdf", *std::move(pdf));
}

Endpoint minutes_document_endpoint() {
  Endpoint endpoint{http::Method::Get,
                    "/editions/{edition}/minutes/document",
                    "result.minutes-document",
                    "The minutes as tagged PDF (PDF/UA), in Portuguese, to be signed.",
                    permissions::Audience::Everyone,
                    {},
                    {},
                    schema_of_bytes,
                    {},
                    minutes_document};
  endpoint.answer_type = "application/pdf";
  return endpoint;
}

}  // namespace

core::Result<permissions::Subject> seated_in_path(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return fail(id.error());
  const auto panel = projections::panel_record(*call.app.views().view("deliberations"), *id);
  return permissions::Subject{{}, projections::seated(panel, projections::Seats::Now)};
}

std::vector<Endpoint> deliberation_endpoints() {
  return {{http::Method::Get,
           "/editions/{edition}/ballot",
           "result.ballot",
           "What the jurors of an edition vote on once scoring has closed: the result last "
           "computed, and the vote of the juror who asks. How the others vote nobody sees until it "
           "is published.",
           permissions::Audience::Panel,
           seated_in_path,
           {},
           json::schema<projections::Ballot>,
           {},
           ballot},
          {http::Method::Get,
           "/editions/{edition}/minutes",
           "result.minutes",
           "The minutes of an edition's jury: who sat, voted and dissented, what was decided and "
           "why. For its jurors and the secretariat once a list is published, for everybody once "
           "it is final.",
           permissions::Audience::Everyone,
           {},
           {},
           json::schema<projections::Minutes>,
           {},
           minutes},
          minutes_document_endpoint()};
}

}  // namespace server
