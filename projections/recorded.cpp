#include "projections/recorded.hpp"

#include "domain/contexts.hpp"
#include "projections/upcasters.hpp"

namespace projections {

const json::EventCodec& event_codec() {
  static const auto codec = json::EventCodec::make(contexts::events(), upcasters());
  core::ensure(codec.has_value(), codec ? "" : codec.error().en);
  return *codec;
}

core::Result<core::Recorded> recorded(const eventstore::StoredEvent& stored) {
  auto event = event_codec().decode(stored.type, stored.schema_version, stored.payload);
  if (!event) return core::fail(std::move(event.error()));
  return core::Recorded{*std::move(event), stored.position,    stored.stream.id,
                        stored.version,    stored.recorded_at, core::AccountId(stored.actor)};
}

core::Result<std::vector<core::Recorded>> recorded_from(const eventstore::EventStore& log,
                                                        eventstore::Position from,
                                                        std::size_t limit) {
  std::vector<core::Recorded> events;
  for (const auto& stored : log.read_all(from, limit)) {
    auto event = recorded(stored);
    if (!event) return core::fail(std::move(event.error()));
    events.push_back(*std::move(event));
  }
  return events;
}

}  // namespace projections
