#pragma once

#include "server/demonstration/cast.hpp"
#include "server/demonstration/demonstration.hpp"

namespace server {

/// The demonstration in the size of a real edition: the hand-written dossiers and as many invented
/// ones as it takes, a jury of its own, and everything that can happen to a result. What happens
/// to it and errors are as with `load_demonstration`.
[[nodiscard]] core::Result<void> load_full_demonstration(Application& app, ScriptedClock& clock,
                                                         const FullSize& size,
                                                         const Progress& progress);

}  // namespace server
