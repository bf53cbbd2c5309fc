#pragma once

#include "domain/core/recorded.hpp"
#include "eventstore/event_store.hpp"
#include "json/event_codec.hpp"

namespace projections {

/// The codec of all events of the domain.
[[nodiscard]] const json::EventCodec& event_codec();

/// A stored event in the domain's words. Error: "unknown-event", or what its payload lacks.
[[nodiscard]] core::Result<core::Recorded> recorded(const eventstore::StoredEvent& stored);

}  // namespace projections
