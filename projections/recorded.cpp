#include "projections/recorded.hpp"

#include "domain/contexts.hpp"

namespace projections {

const json::EventCodec& event_codec() {
  static const json::EventCodec codec(contexts::events());
  return codec;
}

core::Result<core::Recorded> recorded(const eventstore::StoredEvent& stored) {
  auto event = event_codec().decode(stored.type, stored.schema_version, stored.payload);
  if (!event) return core::fail(std::move(event.error()));
  return core::Recorded{*std::move(event), stored.position,    stored.stream.id,
                        stored.version,    stored.recorded_at, core::AccountId(stored.actor)};
}

}  // namespace projections
