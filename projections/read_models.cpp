#include "projections/accounts.hpp"
#include "projections/attachments.hpp"
#include "projections/complaints.hpp"
#include "projections/deliberations.hpp"
#include "projections/dossier_board.hpp"
#include "projections/dossier_history.hpp"
#include "projections/editions.hpp"
#include "projections/entities.hpp"
#include "projections/invitations.hpp"
#include "projections/jury_desk.hpp"
#include "projections/links.hpp"
#include "projections/observatory.hpp"
#include "projections/past_results.hpp"
#include "projections/results.hpp"
#include "projections/views.hpp"

namespace projections {

const std::vector<ReadModel>& read_models() {
  static const std::vector<ReadModel> all = {
      entities_model(),      accounts_model(),        editions_model(),     edition_drafts_model(),
      dossier_board_model(), dossier_history_model(), attachments_model(),  jury_desk_model(),
      results_model(),       complaints_model(),      past_results_model(), invitations_model(),
      deliberations_model(), observatory_model(),     links_model(),
  };
  return all;
}

const ReadModel* find_read_model(std::string_view name) {
  for (const auto& model : read_models())
    if (model.name().name == name) return &model;
  return nullptr;
}

}  // namespace projections
