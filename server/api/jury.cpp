#include <algorithm>
#include <iterator>
#include <map>

#include "domain/jury/panel_commands.hpp"
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

/// Who could take the places that are free, with nobody else moved.
struct Replacements {
  std::vector<jury::Pairing> proposals;
  std::optional<core::Reason> not_available;  ///< why some have none
  FIELDS(proposals, not_available)
};

struct ShownPanel : projections::PanelView {
  Replacements replacements;
  FIELDS_AND_THOSE_OF(projections::PanelView, replacements)
};

/// What `panel.assign` would do if it was given now.
Replacements replacements(const Call& call, const projections::PanelView& panel) {
  std::map<std::int64_t, std::vector<core::DossierId>> short_of;
  for (const auto& one : panel.short_of_jurors) short_of[one.wanted].push_back(one.dossier);
  Replacements found;
  for (auto& [wanted, dossiers] : short_of) {
    const auto events = call.app.commands().trial(
        jury::AssignJurors{panel.edition, std::move(dossiers), wanted}, call.actor);
    if (!events)
      found.not_available = core::Reason{events.error().pt, events.error().en};
    else
      for (const auto& event : *events)
        std::ranges::copy(event.get<jury::JurorsAssigned>().assignments,
                          std::back_inserter(found.proposals));
  }
  return found;
}

Reply panel(const Call& call) {
  const auto edition = known_edition(call);
  if (!edition) return core::fail(edition.error());
  auto panel = projections::panel_of(*call.app.views().view("jury_desk"), *edition);
  auto proposed = replacements(call, panel);
  return json_response(ShownPanel{std::move(panel), std::move(proposed)});
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
       json::schema<ShownPanel>,
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
