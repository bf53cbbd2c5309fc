#include "projections/editions.hpp"

#include "projections/past_results.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"

namespace server {
namespace {

/// With how far it has come by the clock.
struct ShownEdition : projections::EditionRow {
  regulation::Phase phase = regulation::Phase::Announced;
  FIELDS_AND_THOSE_OF(projections::EditionRow, phase)
};

struct Editions {
  std::vector<ShownEdition> editions;
  FIELDS(editions)
};

struct PastResults {
  std::vector<awards::PastResultRecorded> past_results;
  FIELDS(past_results)
};

ShownEdition shown(projections::EditionRow edition, const core::Instant& now) {
  const auto phase = regulation::phase_at(edition.calendar, now);
  return {std::move(edition), phase};
}

Reply list(const Call& call) {
  Editions all;
  for (auto& edition : projections::all_editions(*call.app.views().view("editions")))
    all.editions.push_back(shown(std::move(edition), call.app.now()));
  return json_response(all);
}

Reply show(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  auto edition = projections::find_edition(*call.app.views().view("editions"), *id);
  if (!edition) return core::fail(not_found());
  return json_response(shown(*std::move(edition), call.app.now()));
}

Reply past(const Call& call) {
  return json_response(
      PastResults{projections::past_results(*call.app.views().view("past_results"))});
}

Reply show_draft(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  const auto draft = projections::find_draft(*call.app.views().view("edition_drafts"), *id);
  if (!draft) return core::fail(not_found());
  return json_response(*draft);
}

}  // namespace

std::vector<Endpoint> edition_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/editions",
           "edition.list",
           "The editions with their regulations and calendars in force, the newest first.",
           Audience::Everyone,
           {},
           {},
           json::schema<Editions>,
           {},
           list},
          {http::Method::Get,
           "/editions/{edition}",
           "edition.show",
           "One edition with its regulation as it was frozen, to be held against its digest, and "
           "the calendar in force.",
           Audience::Everyone,
           {},
           {},
           json::schema<ShownEdition>,
           {},
           show},
          {http::Method::Get,
           "/past-results",
           "result.past",
           "What was granted in editions that were held elsewhere, and where it can be looked up.",
           Audience::Everyone,
           {},
           {},
           json::schema<PastResults>,
           {},
           past},
          {http::Method::Get,
           "/editions/{edition}/draft",
           "edition.show-draft",
           "What is drafted of an edition that is not open yet.",
           Audience::Secretariat,
           {},
           {},
           json::schema<projections::DraftRow>,
           {},
           show_draft}};
}

}  // namespace server
