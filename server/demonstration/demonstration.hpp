#pragma once

#include <functional>
#include <string>
#include <vector>

#include "domain/core/ids.hpp"
#include "server/application.hpp"

namespace server {

/// A clock that shows what it is set to: the demonstration's events happen when its script says.
class ScriptedClock final : public eventstore::Clock {
 public:
  [[nodiscard]] core::Instant now() override { return now_.load(); }
  void set(core::Instant now) { now_.store(now); }

 private:
  std::atomic<core::Instant> now_;
};

/// One person of the demonstration; they all share `demonstration_password`.
struct DemonstrationAccount {
  core::AccountId account;
  std::string full_name;
  std::string email;
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;
  FIELDS(account, full_name, email, roles, entities)
};

inline constexpr auto demonstration_password = "autarquia-solidaria";

[[nodiscard]] core::Result<std::vector<DemonstrationAccount>> demonstration_accounts();

/// Called as the work goes on: steps done, steps in all.
using Progress = std::function<void(std::uint64_t done, std::uint64_t all)>;

/// Gives every command of the demonstration in order: entities, accounts, then the script's steps,
/// each as its account and at its time. Loaded twice it changes nothing. Errors: "data-not-empty"
/// where the log holds something else; otherwise that of the step, whose place is `field`.
[[nodiscard]] core::Result<void> load_demonstration(Application& app, ScriptedClock& clock,
                                                    const Progress& progress);

}  // namespace server
