#include "server/minutes.hpp"

#include "projections/recorded.hpp"
#include "server/command_handler.hpp"

namespace server {

std::optional<projections::Minutes> minutes_of(const projections::Views& views,
                                               const eventstore::EventStore& log,
                                               const core::EditionId& edition) {
  auto minutes = projections::minutes_of(views, edition);
  if (!minutes) return std::nullopt;
  for (auto& one : minutes->deliberations) {
    const auto computed = projections::recorded_from(log, one.position, 1);
    core::ensure(computed && !computed->empty(), "a result that was published is in the log");
    one.sha256 = writing().sha256(json::write(computed->front().event));
  }
  return minutes;
}

}  // namespace server
