#include "projections/deliberations.hpp"

#include "domain/awards/outcome.hpp"
#include "projections/editions.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"

/// What the panel votes on, and what it decided.
namespace server {
namespace {

using core::fail;

core::Result<permissions::Subject> seated_in_path(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return fail(id.error());
  const auto panel = projections::panel_record(*call.app.views().view("deliberations"), *id);
  return permissions::Subject{{}, projections::seated(panel, projections::Seats::Now)};
}

/// Jurors see what the panel's marks add up to once nobody can change theirs by it.
Reply ballot(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return fail(id.error());
  const auto edition = projections::find_edition(*call.app.views().view("editions"), *id);
  if (!edition) return fail(not_found());
  if (regulation::phase_at(edition->regulation.calendar, call.app.now()) <=
      regulation::Phase::Scoring)
    return fail(awards::scoring_open(edition->regulation));
  const auto found = projections::ballot_of(call.app.views(), *id, call.actor.account);
  if (!found) return fail(awards::not_computed());
  return json_response(*found);
}

}  // namespace

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
           ballot}};
}

}  // namespace server
