#include "server/advice/advice.hpp"
#include "domain/awards/outcome.hpp"
#include "domain/awards/what_if.hpp"
#include "domain/facts.hpp"
#include "projections/deliberations.hpp"
#include "projections/editions.hpp"
#include "projections/jury_desk.hpp"
#include "projections/results.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/lisbon.hpp"

/// What a result hangs on, and what it would have been: computed from the log, and never written.
namespace server {
namespace {

using core::fail;

/// An edition as its result sees it, with the seed of its draw where that was revealed.
struct Judged {
  core::Context context;
  std::optional<std::string> draw_seed;
};

/// What the result last computed was computed from, whatever has changed since. Before there is one
/// nobody adds marks up: jurors may still seal, and scoring may be extended.
core::Result<Judged> judged(const Call& call) {
  const auto id = id_from_path<core::EditionId>(call.request, "edition");
  if (!id) return fail(id.error());
  if (!projections::find_edition(*call.app.views().view("editions"), *id)) return fail(not_found());
  const auto computed = projections::draft_result(call.app.views(), *id);
  if (!computed) return fail(awards::not_computed());
  auto facts = facts_at(call.app.store(), awards::ComputeResult{*id}, computed->position);
  if (!facts) return fail(std::move(facts.error()));
  return Judged{{call.actor, call.app.now(), *std::move(facts), writing(), lisbon()},
                computed->draw_seed};
}

/// Jurors read it under labels that name nobody.
Reply show(const Call& call) {
  const auto edition = judged(call);
  if (!edition) return fail(edition.error());
  const bool names =
      permissions::permit_reading(call.actor, permissions::Audience::Secretariat).has_value();
  auto found = advice::advice_of(edition->context, edition->draw_seed,
                                 names ? advice::Labels::Accounts : advice::Labels::Opaque);
  if (!found) return fail(found.error());
  const auto& id = edition->context.facts.find<facts::Edition>()->id;
  advice::leave_out(
      projections::impeded_in(*call.app.views().view("jury_desk"), id, call.actor.account), *found);
  return json_response(*found);
}

Reply what_if(const Call& call) {
  const auto supposed = json::read<awards::Supposition>(call.request.body);
  if (!supposed) return fail(supposed.error());
  const auto edition = judged(call);
  if (!edition) return fail(edition.error());
  const auto result = awards::what_if(edition->context, edition->draw_seed, *supposed);
  if (!result) return fail(result.error());
  return json_response(*result);
}

}  // namespace

std::vector<Endpoint> advice_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/editions/{edition}/advice",
           "advice.show",
           "Once scoring has closed: which awards would change without one juror, with a weight "
           "10 % more or less, or with the marks as they were before the deliberation; how severe "
           "the jurors are, how sure the order is, and how far they agree. Jurors read it without "
           "names.",
           Audience::Panel,
           seated_in_path,
           {},
           json::schema<advice::Advice>,
           {},
           show},
          {http::Method::Post,
           "/editions/{edition}/what-if",
           "advice.what-if",
           "The result that other weights, another rule or another panel would have given. Nothing "
           "is written.",
           Audience::Secretariat,
           {},
           json::schema<awards::Supposition>,
           json::schema<awards::ResultComputed>,
           {},
           what_if}};
}

}  // namespace server
