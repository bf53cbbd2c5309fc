#include "tests/projections/world.hpp"

#include <algorithm>

#include "domain/contexts.hpp"
#include "projections/recorded.hpp"

namespace testing_support {
namespace {

std::string category_of(const core::RecordType& event) {
  for (const auto* aggregate : contexts::aggregates())
    if (std::ranges::find(aggregate->events, &event) != aggregate->events.end())
      return std::string(aggregate->category);
  core::ensure(false, "an event belongs to an aggregate");
  return {};
}

}  // namespace

eventstore::Position append_to(eventstore::EventStore& log, int command, const std::string& id,
                               const std::vector<core::Event>& events) {
  eventstore::Append append;
  append.command_id = core::CommandId("command-" + std::to_string(command));
  append.correlation = append.command_id;
  append.actor = "secretariado-1";
  for (const auto& event : events)
    append.events.push_back(projections::to_record(event, {category_of(event.type()), id}));
  const auto appended = log.append(std::move(append));
  core::ensure(appended.has_value(), "a test's events are appended");
  return appended->last();
}

eventstore::Position World::happens(const std::string& id, const std::vector<core::Event>& events) {
  return append_to(*store_, ++commands_, id, events);
}

eventstore::Position World::happens_at(const char* instant, const std::string& id,
                                       const std::vector<core::Event>& events) {
  clock_.set(instant);
  return happens(id, events);
}

void World::something_unknown_happens() {
  eventstore::Append append;
  append.command_id = core::CommandId("unknown");
  append.correlation = append.command_id;
  append.actor = "secretariado-1";
  append.events.push_back({{"entity", "1701"}, "entity-flew-away", 1, "{}"});
  core::ensure(store_->append(std::move(append)).has_value(), "a test's events are appended");
}

projections::Views& World::seen() {
  const auto caught_up = views_.catch_up();
  core::ensure(caught_up.has_value(), "a test's events are known");
  return views_;
}

Bytes bytes_of(const projections::Views& views, std::string_view model) {
  return bytes_of(*views.view(model));
}

Bytes bytes_of(const eventstore::RowView& view) {
  Bytes bytes{view.checkpoint(), {}};
  view.scan("", [&](std::string_view key, std::string_view value) {
    bytes.rows.emplace(key, value);
    return true;
  });
  return bytes;
}

}  // namespace testing_support
