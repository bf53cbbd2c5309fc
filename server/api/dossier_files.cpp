#include "domain/dossiers/record_commands.hpp"
#include "projections/dossier_file.hpp"
#include "projections/offers.hpp"
#include "server/api/dossier_access.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"

/// What a dossier may take over, and how it goes out and in as a file.
namespace server {
namespace {

struct Offers {
  std::vector<projections::Offer> offers;
  FIELDS(offers)
};

Reply offers(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  auto found = projections::offers_for(call.app.views(), *id);
  if (!found) return core::fail(not_found());
  return json_response(Offers{*std::move(found)});
}

Reply export_dossier(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  const auto file = projections::dossier_file(call.app.views(), *id);
  if (!file) return core::fail(not_found());
  return file_response("application/json", "candidatura-" + id->text() + ".json",
                       json::write(*file) + '\n');
}

/// Of another dossier's file too: what it says is held to the rules of this one.
Reply import_dossier(const Call& call) {
  const auto id = id_from_path<core::DossierId>(call.request, "dossier");
  if (!id) return core::fail(id.error());
  auto file = json::read<projections::DossierFile>(call.request.body);
  if (!file) return core::fail(std::move(file.error()));
  if (auto checked = projections::check(*file); !checked) return core::fail(checked.error());
  dossiers::ImportRecords command{*id, {}};
  for (auto& told : file->records)
    command.records.push_back(
        {std::move(told.record_id), std::move(told.record), std::move(told.origin)});
  return give_command(call, std::move(command));
}

}  // namespace

std::vector<Endpoint> dossier_file_endpoints() {
  using permissions::Audience;
  constexpr std::size_t longest_file = std::size_t{4} << 20;
  std::vector<Endpoint> table = {
      {http::Method::Get,
       "/dossiers/{dossier}/offers",
       "dossier.offers",
       "Records of the entity's earlier dossiers that may stand in this one, with their origin; "
       "what they count is of then, and where a programme ended before the mandate its dates have "
       "to be given anew.",
       Audience::Owner,
       dossier_in_path,
       {},
       json::schema<Offers>,
       {},
       offers},
      {http::Method::Get,
       "/dossiers/{dossier}/export",
       "dossier.export",
       "The dossier as a JSON file that can be imported.",
       Audience::Owner,
       dossier_in_path,
       {},
       json::schema<projections::DossierFile>,
       {},
       export_dossier},
      {http::Method::Post,
       "/dossiers/{dossier}/import",
       "dossier.import",
       "Adds all records of such a file, or none. Attachments have to be sent on their own.",
       Audience::SignedIn,
       {},
       json::schema<projections::DossierFile>,
       json::schema<Accepted>,
       {},
       import_dossier,
       true}};
  table.back().body_limit = longest_file;
  return table;
}

}  // namespace server
