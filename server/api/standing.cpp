#include "server/api/standing.hpp"

#include "domain/dossiers/record_commands.hpp"
#include "projections/dossier_board.hpp"
#include "projections/dossier_history.hpp"
#include "server/application.hpp"

namespace server {
namespace {

/// With who made it so, which whoever may change the record may know.
struct Standing : projections::StandingRecord {
  core::AccountId by;
  core::Instant at;
  FIELDS_AND_THOSE_OF(projections::StandingRecord, by, at)
};

template <class C>
std::optional<Standing> found(const core::Command& command, Application& app) {
  const C* about = command.get_if<C>();
  if (about == nullptr) return std::nullopt;
  auto record = projections::standing_record(*app.views().view("dossier_board"), about->dossier,
                                             about->record_id);
  const auto history = projections::history_of(*app.views().view("dossier_history"), about->dossier,
                                               about->record_id);
  if (!record || history.empty()) return std::nullopt;
  return Standing{*std::move(record), history.back().by, history.back().at};
}

}  // namespace

std::optional<std::string> standing_for(const core::Command& command, const core::Error& refusal,
                                        Application& app) {
  using namespace dossiers;
  if (refusal.code != "record-changed" && refusal.code != "record-exists") return std::nullopt;
  if (!app.wait_until_seen(app.store().head())) return std::nullopt;
  auto record = found<AddRecord>(command, app);
  if (!record) record = found<ChangeRecord>(command, app);
  if (!record) record = found<RemoveRecord>(command, app);
  if (!record) record = found<RestoreRecord>(command, app);
  return record ? std::optional(json::write(*record)) : std::nullopt;
}

}  // namespace server
