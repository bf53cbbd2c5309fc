#include "eventstore/limits.hpp"

#include <algorithm>
#include <numeric>

#include "domain/core/assert.hpp"
#include "eventstore/errors.hpp"

namespace eventstore {
namespace {

constexpr std::size_t longest_short_text = 255;

void ensure_stream(const StreamName& stream) {
  core::ensure(core::is_identifier(stream.category) && core::is_identifier(stream.id),
               "a stream is named by two identifiers");
}

void ensure_well_formed(const Append& append) {
  core::ensure(core::is_identifier(append.command_id.text()), "a command id is an identifier");
  core::ensure(append.correlation.text().size() <= longest_short_text &&
                   append.causation.size() <= longest_short_text &&
                   append.actor.size() <= longest_short_text,
               "correlation, causation and actor are short texts");
  for (const auto& expected : append.expected) ensure_stream(expected.stream);
  for (const auto& event : append.events) {
    ensure_stream(event.stream);
    core::ensure(!event.type.empty() && event.type.size() <= longest_short_text,
                 "an event type is a short text");
    for (const auto& value : event.personal)
      core::ensure(core::is_identifier(value.person) && !value.path.empty() &&
                       value.path.size() <= longest_short_text,
                   "a personal value has a person and a path");
    core::ensure(event.erases.empty() || core::is_identifier(event.erases),
                 "a person is named by an identifier");
  }
}

}  // namespace

std::size_t size_of(const NewEvent& event) {
  return std::accumulate(
      event.personal.begin(), event.personal.end(), event.payload.size(),
      [](std::size_t size, const PersonalValue& value) { return size + value.plain.size(); });
}

std::size_t size_of(const Append& append) {
  return std::accumulate(
      append.events.begin(), append.events.end(), append.answer.size(),
      [](std::size_t size, const NewEvent& event) { return size + size_of(event); });
}

core::Result<void> check_limits(const Append& append) {
  ensure_well_formed(append);
  const auto too_long = [](const NewEvent& event) { return size_of(event) > longest_payload; };
  if (std::ranges::any_of(append.events, too_long)) return core::fail(event_too_large());
  if (append.events.size() > most_events || size_of(append) > largest_append)
    return core::fail(append_too_large());
  return {};
}

}  // namespace eventstore
