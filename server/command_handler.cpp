#include "server/command_handler.hpp"

#include <functional>
#include <map>

#include "domain/contexts.hpp"
#include "domain/permissions.hpp"
#include "eventstore/hash.hpp"
#include "json/json.hpp"
#include "projections/recorded.hpp"
#include "server/lisbon.hpp"
#include "server/parallel.hpp"

namespace server {
namespace {

using core::Result;
using core::StreamRef;
using eventstore::Append;
using eventstore::Version;

/// What is kept with a command id; the positions are the store's to add.
struct Answer {
  std::string stream;
  Version version = 0;
  std::vector<std::string> events;
  FIELDS(stream, version, events)
};

using AggregateSource = std::function<Result<HeldAggregate>(const StreamRef&)>;

/// Looks up what the command needs to know of others, and what those make it need in turn.
Result<std::map<StreamRef, Version>> gather_facts(const AggregateSource& aggregate_of,
                                                  const core::CommandType& type,
                                                  const core::Command& command,
                                                  core::Facts& facts) {
  std::map<StreamRef, Version> seen;
  for (bool more = true; more;) {
    more = false;
    for (const auto& ref : type.reads(command, facts)) {
      if (seen.contains(ref)) continue;
      auto loaded = aggregate_of(ref);
      if (!loaded) return core::fail(std::move(loaded.error()));
      loaded->aggregate->tell(facts);
      seen.emplace(ref, loaded->version);
      more = true;
    }
  }
  return seen;
}

eventstore::Digest hash_of(const Order& order) {
  return eventstore::sha256({order.command.type().name, "\n", order.actor.account.text(), "\n",
                             json::write(order.command)});
}

Accepted accepted(const eventstore::Appended& appended) {
  auto answer = json::read<Answer>(appended.answer);
  core::ensure(answer.has_value(), "an answer reads as it was written");
  return {answer->stream,  answer->version,      answer->events,
          appended.last(), appended.recorded_at, appended.repeated};
}

Append append_of(const Order& order, const StreamRef& target, Version version,
                 const std::map<StreamRef, Version>& seen, const std::vector<core::Event>& events) {
  Append append;
  append.command_id = order.id;
  append.correlation = order.id;
  append.actor = order.actor.account.text();
  append.expected.push_back({name_of(target), version});
  for (const auto& [ref, at] : seen)
    if (ref != target && core::is_identifier(ref.id)) append.expected.push_back({name_of(ref), at});
  Answer answer{
      append.expected.front().stream.category + "/" + target.id, version + events.size(), {}};
  for (const auto& event : events) {
    answer.events.emplace_back(event.type().name);
    append.events.push_back(projections::to_record(event, name_of(target)));
  }
  append.answer = json::write(answer);
  return append;
}

core::Error stale(const StreamRef& target, Version now) {
  core::Error error = core::error_of(
      core::ErrorKind::Conflict, "stale-version",
      "Entretanto houve alterações (versão " + std::to_string(now) + "). Volte a ler e repita.",
      "It has changed meanwhile (version " + std::to_string(now) + "). Read it again and retry.");
  error.field = std::string(target.category) + "/" + target.id;
  return error;
}

core::Error busy() {
  return core::error_of(core::ErrorKind::Unavailable, "busy",
                        "Há muitas alterações ao mesmo tempo. Tente daqui a pouco.",
                        "Much is changing at the same time. Try again shortly.");
}

core::Context context_at(core::Instant now, const core::Actor& actor) {
  return {actor, now, {}, writing(), lisbon(), for_each_in_parallel};
}

}  // namespace

core::Writing writing() {
  return {[](std::string_view text) {
            return eventstore::to_hex(eventstore::view_of(eventstore::sha256({text})));
          },
          json::write_visited};
}

Result<core::Facts> facts_at(const eventstore::EventStore& log, const core::Command& command,
                             eventstore::Position position) {
  const auto* type = contexts::find_command(command.type().name);
  core::ensure(type != nullptr, "a command belongs to an aggregate");
  core::Facts facts;
  const auto seen =
      gather_facts([&](const StreamRef& ref) { return aggregate_at(log, ref, position); }, *type,
                   command, facts);
  if (!seen) return core::fail(seen.error());
  return facts;
}

Result<Accepted> CommandHandler::handle(const Order& order) const {
  const auto hash = hash_of(order);
  auto earlier = log_.find_command(order.id, hash);
  if (!earlier) return core::fail(std::move(earlier.error()));
  if (earlier->has_value()) return accepted(**earlier);

  auto command = order.command;
  if (order.complete)
    if (auto completed = order.complete(command); !completed)
      return core::fail(std::move(completed.error()));
  constexpr int most_attempts = 16;
  for (int i = 0; i < most_attempts; ++i) {
    auto done = attempt(order, command, hash);
    if (!done) return core::fail(std::move(done.error()));
    if (done->has_value()) return **std::move(done);
  }
  return core::fail(busy());
}

Result<std::optional<Accepted>> CommandHandler::attempt(const Order& order,
                                                        const core::Command& command,
                                                        const eventstore::Digest& hash) const {
  const auto* type = contexts::find_command(command.type().name);
  core::ensure(type != nullptr, "a command belongs to an aggregate");
  const auto target = type->target(command);
  if (!core::is_identifier(target.id))
    return core::fail(core::invalid("invalid-id", "", "O identificador não é válido.",
                                    "The identifier is not valid."));
  auto loaded = aggregates_.of(target);
  if (!loaded) return core::fail(std::move(loaded.error()));
  core::Facts own;
  if (loaded->version > 0) loaded->aggregate->tell(own);
  if (auto permitted = permissions::permit(order.actor, command, own); !permitted)
    return core::fail(std::move(permitted.error()));
  if (order.expected_version && *order.expected_version != loaded->version)
    return core::fail(stale(target, loaded->version));

  auto context = context_at(order.received.value_or(clock_.now()), order.actor);
  auto seen = gather_facts([this](const StreamRef& ref) { return aggregates_.of(ref); }, *type,
                           command, context.facts);
  if (!seen) return core::fail(std::move(seen.error()));
  auto events = loaded->aggregate->decide(command, context);
  if (!events) return core::fail(std::move(events.error()));

  auto append = append_of(order, target, loaded->version, *seen, *events);
  append.request_hash = hash;
  auto appended = log_.append(std::move(append));
  if (appended) return accepted(*appended);
  if (appended.error().code == "stale-version") return std::nullopt;
  return core::fail(std::move(appended.error()));
}

Result<core::Context> CommandHandler::context_of(const core::Command& command,
                                                 const core::Actor& actor) const {
  const auto* type = contexts::find_command(command.type().name);
  core::ensure(type != nullptr, "a command belongs to an aggregate");
  auto context = context_at(clock_.now(), actor);
  auto seen = gather_facts([this](const StreamRef& ref) { return aggregates_.of(ref); }, *type,
                           command, context.facts);
  if (!seen) return core::fail(std::move(seen.error()));
  return context;
}

Result<std::vector<core::Event>> CommandHandler::trial(const core::Command& command,
                                                       const core::Actor& actor) const {
  const auto context = context_of(command, actor);
  if (!context) return core::fail(context.error());
  const auto loaded = aggregates_.of(contexts::find_command(command.type().name)->target(command));
  if (!loaded) return core::fail(loaded.error());
  return loaded->aggregate->decide(command, *context);
}

core::Facts CommandHandler::facts_of(const StreamRef& stream) const {
  core::Facts facts;
  const auto loaded = aggregates_.of(stream);
  if (loaded && loaded->version > 0) loaded->aggregate->tell(facts);
  return facts;
}

}  // namespace server
