#include "json/event_codec.hpp"

#include "domain/core/assert.hpp"
#include "json/json.hpp"

namespace json {

EventCodec::EventCodec(std::span<const core::RecordType* const> types) {
  for (const auto* type : types)
    core::ensure(types_.emplace(type->name, type).second, "two events bear one name");
}

core::Result<core::Event> EventCodec::decode(std::string_view name, int version,
                                             std::string_view payload) const {
  const auto found = types_.find(name);
  if (found == types_.end() || found->second->version != version) {
    const auto event = std::string(name) + " v" + std::to_string(version);
    return core::fail(core::invalid("unknown-event", "",
                                    "Este programa não conhece o acontecimento " + event + ".",
                                    "This program does not know the event " + event + "."));
  }
  return read(*found->second, payload);
}

}  // namespace json
