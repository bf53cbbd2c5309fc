#pragma once

#include "domain/entities/entity_events.hpp"
#include "server/demonstration/demonstration.hpp"
#include "server/demonstration/steps.hpp"

namespace server {

/// Gives a demonstration's commands. Their ids begin with `name`, so that giving them again changes
/// nothing and another demonstration's data is known by the first of them.
class Loader {
 public:
  Loader(Application& app, ScriptedClock& clock, std::string name, Progress progress)
      : app_(app), clock_(clock), name_(std::move(name)), progress_(std::move(progress)) {}

  /// Error: "data-not-empty".
  [[nodiscard]] core::Result<void> check_place() const;
  [[nodiscard]] core::Result<void> register_entities(
      const std::vector<entities::Profile>& entities) const;
  [[nodiscard]] core::Result<void> open_accounts(
      const std::vector<DemonstrationAccount>& accounts) const;
  /// Errors: that of the first command that is refused, its place being `field`.
  [[nodiscard]] core::Result<void> carry_out(const Steps& steps) const;

 private:
  [[nodiscard]] core::Result<void> give(core::Command command, const core::Actor& actor,
                                        const std::string& place) const;

  Application& app_;
  ScriptedClock& clock_;
  std::string name_;
  Progress progress_;
};

/// The register: every municipality and parish there is.
[[nodiscard]] core::Result<std::vector<entities::Profile>> registered_entities();

/// The steps of the scripts written by hand, in their order; of those whose name comes from
/// `first` on and before `end`.
[[nodiscard]] core::Result<Steps> written_steps(std::string_view first, std::string_view end);

}  // namespace server
