#pragma once

#include <functional>
#include <limits>
#include <vector>

#include "domain/core/recorded.hpp"
#include "eventstore/event_store.hpp"
#include "json/event_codec.hpp"

namespace projections {

/// The codec of all events of the domain. Ends the program at the first call where the chain of
/// upcasters has a gap.
[[nodiscard]] const json::EventCodec& event_codec();

/// An event as the log takes it: the words of a person apart, each under that person's pseudonym.
[[nodiscard]] eventstore::NewEvent to_record(const core::Event& event,
                                             eventstore::StreamName stream);

/// A stored event in the domain's words; where a person's were erased, `core::erased_words`.
/// Error: "unknown-event", or what its payload lacks.
[[nodiscard]] core::Result<core::Recorded> recorded(eventstore::StoredEvent stored);

inline constexpr auto newest = std::numeric_limits<eventstore::Position>::max();

/// Shows each event of the stream that follows `version`, as far as the log's position `until`,
/// and counts it in `version`. Errors: those of `recorded`; what was shown before stays counted.
[[nodiscard]] core::Result<void> read_on(const eventstore::EventStore& log,
                                         const eventstore::StreamName& stream,
                                         eventstore::Version& version, eventstore::Position until,
                                         const std::function<void(core::Recorded)>& show);

/// The events of the log from `from` on, at most `limit` events.
[[nodiscard]] core::Result<std::vector<core::Recorded>> recorded_from(
    const eventstore::EventStore& log, eventstore::Position from, std::size_t limit);

}  // namespace projections
