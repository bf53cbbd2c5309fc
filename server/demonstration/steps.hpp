#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/core/record.hpp"

namespace server {

/// A command of a demonstration: who gives it and when. The place names it in its script and
/// makes the command's id.
struct Step {
  core::Instant at;
  core::AccountId as;
  core::Command command;
  std::string place = {};
};

using Steps = std::vector<Step>;

[[nodiscard]] inline core::Instant later(const core::Instant& instant,
                                         std::chrono::milliseconds by) {
  return core::Instant(instant.time() + by);
}

[[nodiscard]] inline core::Instant instant(std::string_view text) {
  return core::Instant::parse(text).value();
}

/// The one who acts for the award in demonstrations.
[[nodiscard]] inline core::AccountId secretariat() {
  return core::AccountId("secretariado");
}

}  // namespace server
