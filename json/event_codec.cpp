#include "json/event_codec.hpp"

#include "domain/core/assert.hpp"
#include "json/json.hpp"

namespace json {
namespace {

std::string versioned(std::string_view event, int version) {
  return std::string(event) + " v" + std::to_string(version);
}

core::Error unknown_event(std::string_view name, int version) {
  const auto event = versioned(name, version);
  return core::invalid("unknown-event", "",
                       "Este programa não conhece o acontecimento " + event + ".",
                       "This program does not know the event " + event + ".");
}

core::Error missing_upcaster(std::string_view name, int from) {
  const auto way = versioned(name, from) + " → v" + std::to_string(from + 1);
  return core::invalid("upcaster-missing", std::string(name), "Falta a passagem " + way + ".",
                       "There is no step " + way + ".");
}

core::Error superfluous_upcaster(const Upcaster& upcaster) {
  const auto start = versioned(upcaster.event, upcaster.from);
  return core::invalid("upcaster-superfluous", std::string(upcaster.event),
                       "A passagem a partir de " + start + " está a mais.",
                       "The step from " + start + " has no place.");
}

}  // namespace

core::Result<EventCodec> EventCodec::make(std::span<const core::RecordType* const> types,
                                          std::span<const Upcaster> upcasters) {
  EventCodec codec;
  for (const auto* type : types)
    core::ensure(codec.known_.emplace(type->name, Known{type}).second, "two events bear one name");
  for (const auto& upcaster : upcasters)
    if (auto taken = codec.take(upcaster); !taken) return core::fail(std::move(taken.error()));
  for (const auto* type : types)
    for (int from = 1; from < type->version; ++from)
      if (!codec.known_.at(type->name).upcasters.contains(from))
        return core::fail(missing_upcaster(type->name, from));
  return codec;
}

core::Result<void> EventCodec::take(const Upcaster& upcaster) {
  const auto found = known_.find(upcaster.event);
  const bool in_place = found != known_.end() && upcaster.from >= 1 &&
                        upcaster.from < found->second.type->version &&
                        found->second.upcasters.emplace(upcaster.from, upcaster).second;
  if (!in_place) return core::fail(superfluous_upcaster(upcaster));
  return {};
}

core::Result<core::Event> EventCodec::decode(std::string_view name, int version,
                                             std::string_view payload,
                                             std::span<const core::Personal> personal) const {
  const auto found = known_.find(name);
  if (found == known_.end() || version < 1 || version > found->second.type->version)
    return core::fail(unknown_event(name, version));
  const auto& [type, upcasters] = found->second;
  if (version == type->version) return read(*type, payload, personal);
  const auto newest = Payload::changed(payload, [&](Payload& changing) {
    for (auto step = upcasters.find(version); step != upcasters.end(); ++step)
      step->second.step(changing);
  });
  if (!newest) return core::fail(newest.error());
  return read(*type, *newest, personal);
}

}  // namespace json
