#include "server/minutes.hpp"

#include "projections/recorded.hpp"
#include "server/application.hpp"

namespace server {

std::optional<projections::Minutes> minutes_of(Application& app, const core::EditionId& edition) {
  auto minutes = projections::minutes_of(app.views(), edition);
  if (!minutes) return std::nullopt;
  for (auto& one : minutes->deliberations) {
    const auto computed = projections::recorded_from(app.store(), one.position, 1);
    core::ensure(computed && !computed->empty(), "a result that was published is in the log");
    one.sha256 = writing().sha256(json::write(computed->front().event));
  }
  return minutes;
}

}  // namespace server
