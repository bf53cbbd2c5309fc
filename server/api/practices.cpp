#include "projections/observatory.hpp"
#include "server/api/query.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"

namespace server {
namespace {

struct Practices {
  std::vector<projections::NamedPractice> practices;
  FIELDS(practices)
};

struct InPreparation {
  std::vector<projections::PracticeInPreparation> practices;
  FIELDS(practices)
};

Reply search(const Call& call) {
  const auto theme = choice_from_query<regulation::Theme>(call.request, "theme");
  if (!theme) return core::fail(theme.error());
  return json_response(Practices{projections::search_practices(
      call.app.views(),
      {text_from_query(call.request, "text"), *theme, text_from_query(call.request, "region")})});
}

Reply show(const Call& call) {
  const auto id = id_from_path<core::PracticeId>(call.request, "practice");
  if (!id) return core::fail(id.error());
  const auto practice = projections::find_practice(call.app.views(), *id);
  if (!practice) return core::fail(not_found());
  return json_response(*practice);
}

Reply in_preparation(const Call& call) {
  return json_response(InPreparation{projections::practices_in_preparation(call.app.views())});
}

}  // namespace

std::vector<Endpoint> practice_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/practices",
           "practice.search",
           "The published good practices, the latest first.",
           Audience::Everyone,
           {},
           {},
           json::schema<Practices>,
           {{"text", "Words of title, summary and keywords; case and accents do not matter."},
            {"theme", "One of the themes of a dossier's records, such as envelhecimento."},
            {"region", "Of the entity: code or name of a NUTS region, or name of a district."}},
           search},
          {http::Method::Get,
           "/practices-in-preparation",
           "practice.in-preparation",
           "Practices whose latest version is not published yet, with their reviews.",
           Audience::Secretariat,
           {},
           {},
           json::schema<InPreparation>,
           {},
           in_preparation},
          {http::Method::Get,
           "/practices/{practice}",
           "practice.show",
           "A published practice with all versions that were published.",
           Audience::Everyone,
           {},
           {},
           json::schema<projections::WholePractice>,
           {},
           show}};
}

}  // namespace server
