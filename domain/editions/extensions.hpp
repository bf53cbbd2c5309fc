#pragma once

#include "domain/core/record.hpp"
#include "domain/editions/edition_events.hpp"

namespace editions {

/// Gives `visit` the extension that the event is, of whichever deadline; whether it is one.
template <class Visit>
bool visit_extension(const core::Event& event, const Visit& visit) {
  const auto visited = [&](const auto* extension) {
    if (extension != nullptr) visit(*extension);
    return extension != nullptr;
  };
  return visited(event.get_if<DeadlineExtended>()) || visited(event.get_if<ScoringExtended>()) ||
         visited(event.get_if<HearingExtended>()) || visited(event.get_if<ComplaintsExtended>());
}

}  // namespace editions
