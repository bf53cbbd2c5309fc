#include "eventstore/sequencer.hpp"

#include <algorithm>
#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/envelope.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/limits.hpp"
#include "eventstore/statement.hpp"

namespace eventstore {

/// The log as it will stand once the batch is written.
struct Sequencer::Plan {
  Tail tail;
  Batch batch;
  Versions versions;  ///< of the streams that this group has met
};

Sequencer::Sequencer(Storage& storage, PersonKeys& keys, Clock& clock, Entropy& entropy)
    : storage_(storage),
      keys_(keys),
      clock_(clock),
      entropy_(entropy),
      tail_(storage.tail()),
      tree_(tail_.tree.head()) {}

std::vector<Sequencer::Answer> Sequencer::commit(std::span<Append> group) {
  if (tail_.read_only) return std::vector<Answer>(group.size(), core::fail(*tail_.read_only));
  Plan plan{tail_, {}, {}};
  plan.tail.recorded_at = now();
  std::vector<Answer> answers;
  answers.reserve(group.size());
  for (auto& append : group) answers.push_back(decide(append, plan));
  if (auto written = write(plan); !written) {
    if (written.error().code != "disk-nearly-full") tail_.read_only = written.error();
    std::ranges::replace_if(
        answers, [](const Answer& answer) { return answer.has_value(); },
        Answer(core::fail(written.error())));
  }
  return answers;
}

Sequencer::Answer Sequencer::decide(Append& append, Plan& plan) const {
  if (auto within = check_limits(append); !within) return core::fail(within.error());
  const auto record = earlier(append.command_id, plan);
  if (!record) return core::fail(record.error());
  if (*record) return repeat(**record, append.request_hash);
  if (auto known = look_up_versions(append, plan); !known) return core::fail(known.error());
  for (const auto& expected : append.expected)
    if (plan.versions.at(expected.stream) != expected.version)
      return core::fail(stale_version(expected.stream));
  if (auto known = check_persons(append); !known) return core::fail(known.error());
  return accept(append, plan);
}

core::Result<void> Sequencer::check_persons(const Append& append) const {
  for (const auto& event : append.events)
    if (!event.erases.empty() && !keys_.knows(event.erases))
      return core::fail(unknown_person(event.erases));
  return {};
}

core::Result<std::optional<CommandRecord>> Sequencer::earlier(const core::CommandId& id,
                                                              const Plan& plan) const {
  const auto planned = plan.batch.commands.find(id);
  if (planned != plan.batch.commands.end()) return planned->second;
  return storage_.find_command(id, tail_.head());
}

core::Result<void> Sequencer::look_up_versions(const Append& append, Plan& plan) const {
  const auto look_up = [&](const StreamName& stream) -> core::Result<void> {
    if (plan.versions.contains(stream)) return {};
    const auto known = versions_.find(stream);
    const auto version = known != versions_.end() ? core::Result<Version>(known->second)
                                                  : storage_.version_of(stream, tail_.head());
    if (!version) return core::fail(version.error());
    plan.versions.emplace(stream, *version);
    return {};
  };
  for (const auto& expected : append.expected)
    if (auto known = look_up(expected.stream); !known) return known;
  for (const auto& event : append.events)
    if (auto known = look_up(event.stream); !known) return known;
  return {};
}

Appended Sequencer::accept(Append& append, Plan& plan) const {
  Appended applied;
  applied.count = static_cast<std::uint32_t>(append.events.size());
  applied.first = append.events.empty() ? plan.tail.head() : plan.tail.head() + 1;
  applied.recorded_at = plan.tail.recorded_at;
  applied.answer = append.answer;
  for (auto& event : append.events) add(event_of(append, event, plan), plan);
  plan.batch.commands.emplace(append.command_id, CommandRecord{append.request_hash, applied});
  return applied;
}

StoredEvent Sequencer::event_of(const Append& append, NewEvent& event, Plan& plan) const {
  StoredEvent stored;
  stored.position = plan.tail.head() + 1;
  stored.version = ++plan.versions.at(event.stream);
  stored.recorded_at = plan.tail.recorded_at;
  entropy_.fill(stored.id);
  entropy_.fill(stored.salt);
  stored.command_id = append.command_id;
  stored.correlation = append.correlation;
  stored.causation = append.causation;
  stored.actor = append.actor;
  stored.stream = std::move(event.stream);
  stored.type = std::move(event.type);
  stored.schema_version = event.schema_version;
  stored.payload = std::move(event.payload);
  for (auto& value : event.personal)
    stored.personal.push_back(keys_.seal(std::move(value), stored.id));
  if (!event.erases.empty()) {
    plan.batch.erased[event.erases] = stored.position;
    stored.personal.push_back({std::move(event.erases), "", ""});
  }
  return stored;
}

void Sequencer::add(StoredEvent event, Plan& plan) {
  auto envelope = encode_envelope(event);
  const auto leaf = merkle::leaf_hash(statement_of(event, envelope));
  plan.tail.tree.append(leaf, plan.batch.nodes);
  plan.batch.entries.push_back({std::move(event), std::move(envelope)});
}

core::Result<void> Sequencer::write(Plan& plan) {
  if (plan.batch.commands.empty()) return {};
  plan.batch.tree = plan.tail.tree.head();
  if (auto kept = keys_.keep(); !kept) return kept;
  auto written = storage_.write(plan.batch);
  if (!written) return written;
  tail_ = plan.tail;
  tree_ = plan.batch.tree;
  remember(plan.versions);
  return keys_.erase(plan.batch.erased);
}

void Sequencer::remember(const Versions& versions) {
  constexpr std::size_t enough = 16'384;
  if (versions_.size() > enough) versions_.clear();
  for (const auto& [stream, version] : versions) versions_.insert_or_assign(stream, version);
}

core::Instant Sequencer::now() const {
  return std::max(clock_.now(), tail_.recorded_at);
}

}  // namespace eventstore
