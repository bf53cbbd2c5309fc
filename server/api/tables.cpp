#include "server/api/tables.hpp"

namespace server {

std::vector<Endpoint> endpoints() {
  std::vector<Endpoint> all;
  for (const auto& table :
       {session_endpoints, account_endpoints, team_endpoints, entity_endpoints, edition_endpoints,
        dossier_endpoints, dossier_file_endpoints, attachment_endpoints, link_endpoints,
        jury_endpoints, result_endpoints, deliberation_endpoints, advice_endpoints,
        feedback_endpoints, practice_endpoints, command_endpoints, service_endpoints}) {
    auto part = table();
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace server
