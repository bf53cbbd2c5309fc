#include "projections/editions.hpp"

#include <charconv>

#include "domain/editions/edition.hpp"
#include "projections/past_results.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/lisbon.hpp"

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

/// What keeps a draft from being opened.
struct DraftFault {
  std::string code;
  std::string field;  ///< "regulation.calendar.results"
  core::Reason words;
  FIELDS(code, field, words)
};

/// With all of its faults.
struct ShownDraft : projections::DraftRow {
  std::vector<DraftFault> faults;
  FIELDS_AND_THOSE_OF(projections::DraftRow, faults)
};

struct Drafts {
  std::vector<projections::DraftLine> drafts;
  FIELDS(drafts)
};

struct PastResults {
  std::vector<awards::PastResultRecorded> past_results;
  FIELDS(past_results)
};

ShownEdition shown(projections::EditionRow edition, const core::Instant& now) {
  const auto phase = regulation::phase_at(edition.calendar, now);
  return {std::move(edition), phase};
}

ShownDraft shown(projections::DraftRow draft) {
  std::vector<DraftFault> faults;
  for (auto& fault : editions::faults(
           {draft.edition, draft.title, draft.demonstration, draft.regulation}, lisbon()))
    faults.push_back({fault.code, fault.field, {fault.pt, fault.en}});
  return {std::move(draft), std::move(faults)};
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
  return json_response(shown(*draft), draft->version);
}

Reply list_drafts(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  auto drafts = projections::drafts_of(*call.app.views().view("edition_drafts"), *id);
  if (drafts.empty()) return core::fail(not_found());
  return json_response(Drafts{std::move(drafts)});
}

Reply show_earlier_draft(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return core::fail(id.error());
  const auto text = call.request.parameter("version");
  std::uint64_t version = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error != std::errc() || rest != text.data() + text.size()) return core::fail(not_found());
  const auto draft =
      projections::find_draft(*call.app.views().view("edition_drafts"), *id, version);
  if (!draft) return core::fail(not_found());
  return json_response(shown(*draft));
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
           "What was last drafted of an edition that is not open yet, with all that keeps it from "
           "being "
           "opened; its version is the ETag.",
           Audience::Secretariat,
           {},
           {},
           json::schema<ShownDraft>,
           {},
           show_draft},
          {http::Method::Get,
           "/editions/{edition}/drafts",
           "edition.list-drafts",
           "Every draft of an edition, with who wrote it and when, the newest first.",
           Audience::Secretariat,
           {},
           {},
           json::schema<Drafts>,
           {},
           list_drafts},
          {http::Method::Get,
           "/editions/{edition}/drafts/{version}",
           "edition.show-earlier-draft",
           "One of them, whole.",
           Audience::Secretariat,
           {},
           {},
           json::schema<ShownDraft>,
           {},
           show_earlier_draft}};
}

}  // namespace server
