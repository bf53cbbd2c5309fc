#include "projections/editions.hpp"
#include "projections/jury_desk.hpp"
#include "server/api/dossier_access.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"

namespace server {
namespace {

core::Result<core::EditionId> known_edition(const Call& call) {
  auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (id && !projections::find_edition(*call.app.views().view("editions"), *id))
    return core::fail(not_found());
  return id;
}

Reply panel(const Call& call) {
  const auto edition = known_edition(call);
  if (!edition) return core::fail(edition.error());
  return json_response(projections::panel_of(*call.app.views().view("jury_desk"), *edition));
}

Reply own_desk(const Call& call) {
  const auto edition = known_edition(call);
  if (!edition) return core::fail(edition.error());
  return json_response(projections::desk_of(call.app.views(), *edition, call.actor.account));
}

Reply own_evaluation(const Call& call) {
  const auto dossier = id_from_path<core::DossierId>(call.request, "dossier");
  if (!dossier) return core::fail(dossier.error());
  const auto evaluation =
      projections::whole_evaluation(call.app.views(), *dossier, call.actor.account);
  if (!evaluation) return core::fail(not_found());
  return json_response(*evaluation, evaluation->version);
}

}  // namespace

std::vector<Endpoint> jury_endpoints() {
  using permissions::Audience;
  return {
      {http::Method::Get,
       "/editions/{edition}/panel",
       "panel.show",
       "The jury of an edition: who sits on it, conflicts, assignments and how far they are.",
       Audience::Secretariat,
       {},
       {},
       json::schema<projections::PanelView>,
       {},
       panel},
      {http::Method::Get,
       "/editions/{edition}/desk",
       "desk.show",
       "What the juror who asks has to answer and to judge.",
       Audience::SignedIn,
       {},
       {},
       json::schema<projections::Desk>,
       {},
       own_desk},
      {http::Method::Get,
       "/dossiers/{dossier}/evaluation",
       "evaluation.show",
       "The evaluation of the juror who asks, what it lacks and how it was changed; its version "
       "is the ETag.",
       Audience::Evaluation,
       dossier_in_path,
       {},
       json::schema<projections::WholeEvaluation>,
       {},
       own_evaluation}};
}

}  // namespace server
