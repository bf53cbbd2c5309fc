#include "projections/recorded.hpp"

#include "domain/contexts.hpp"
#include "json/json.hpp"
#include "projections/upcasters.hpp"

namespace projections {

const json::EventCodec& event_codec() {
  static const auto codec = json::EventCodec::make(contexts::events(), upcasters());
  core::ensure(codec.has_value(), codec ? "" : codec.error().en);
  return *codec;
}

eventstore::NewEvent to_record(const core::Event& event, eventstore::StreamName stream) {
  std::vector<json::PersonalText> apart;
  auto payload = json::write_apart(event, apart);
  const auto& type = event.type();
  const auto person = event.person().text();
  core::ensure(apart.empty() || !person.empty(), "an event names the person whose words it has");
  eventstore::NewEvent record{std::move(stream), std::string(type.name),
                              static_cast<std::uint16_t>(type.version), std::move(payload)};
  for (auto& [path, text] : apart)
    record.personal.push_back({person, std::move(path), std::move(text)});
  if (type.erases) record.erases = person;
  return record;
}

core::Result<core::Recorded> recorded(eventstore::StoredEvent stored) {
  std::vector<core::Personal> personal;
  for (auto& value : stored.personal)
    personal.push_back(value.plain ? core::Personal(*std::move(value.plain))
                                   : core::Personal::erased());
  auto event = event_codec().decode(stored.type, stored.schema_version, stored.payload, personal);
  if (!event) return core::fail(std::move(event.error()));
  return core::Recorded{*std::move(event),           stored.position,
                        std::move(stored.stream.id), stored.version,
                        stored.recorded_at,          core::AccountId(std::move(stored.actor))};
}

core::Result<void> read_on(const eventstore::EventStore& log, const eventstore::StreamName& stream,
                           eventstore::Version& version, eventstore::Position until,
                           const std::function<void(core::Recorded)>& show) {
  constexpr std::size_t page = 1024;
  for (;;) {
    auto events = log.read_stream(stream, version + 1, page);
    for (auto& stored : events) {
      if (stored.position > until) return {};
      auto event = recorded(std::move(stored));
      if (!event) return core::fail(std::move(event.error()));
      show(*std::move(event));
      ++version;
    }
    if (events.size() < page) return {};
  }
}

core::Result<std::vector<core::Recorded>> recorded_from(const eventstore::EventStore& log,
                                                        eventstore::Position from,
                                                        std::size_t limit) {
  auto stored = log.read_all(from, limit);
  std::vector<core::Recorded> events;
  events.reserve(stored.size());
  for (auto& each : stored) {
    auto event = recorded(std::move(each));
    if (!event) return core::fail(std::move(event.error()));
    events.push_back(*std::move(event));
  }
  return events;
}

}  // namespace projections
