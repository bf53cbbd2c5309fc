#include "tests/eventstore/simulation.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "eventstore/errors.hpp"

namespace eventstore::testing {
namespace {

constexpr int steps = 40;
constexpr std::size_t all = 1'000'000;

/// The error's code, or "".
std::string code(const Sequencer::Answer& answer) {
  return answer ? "" : answer.error().code;
}

}  // namespace

Simulation::Simulation(std::uint64_t seed, std::vector<Fate> fates)
    : random_(seed), fates_(std::move(fates)) {
  reopen();
}

void Simulation::run() {
  for (step_ = 1; step_ <= steps; ++step_) {
    step();
  }
  reopen();
  subscribe();
}

void Simulation::step() {
  const auto dice = below(100);
  if (dice < 40) return submit();
  if (dice < 50) return submit_again();
  if (dice < 80) return commit();
  if (dice < 88) return subscribe();
  if (dice < 95) return move_clock();
  reopen();
}

void Simulation::submit() {
  queue_.push_back(any_append());
  sent_.push_back(queue_.back());
}

/// As it was, or with another content under its id.
void Simulation::submit_again() {
  if (sent_.empty()) return;
  auto again = sent_[below(sent_.size())];
  if (below(4) == 0) again.request_hash = digest(2);
  queue_.push_back(std::move(again));
}

void Simulation::commit() {
  auto group = next_group();
  if (read_only_) return expect_nothing_is_taken(group);
  auto after = model_;
  std::vector<std::string> codes;
  for (const auto& append : group) codes.push_back(after.append(append));
  try {
    commit(group, codes, after);
  } catch (const Crash&) {
    doubtful_ = std::move(after);
    reopen();
  }
}

std::vector<Append> Simulation::next_group() {
  std::vector<Append> group;
  for (auto left = 1 + below(6); left > 0 && !queue_.empty(); --left) {
    group.push_back(std::move(queue_.front()));
    queue_.pop_front();
  }
  return group;
}

/// `codes` and `after` are what the model says to the group.
void Simulation::commit(std::vector<Append>& group, std::vector<std::string>& codes,
                        const Model& after) {
  const auto sent = group;
  const auto writes = log_->writes;
  const auto fate = log_->next = any_fate();
  const auto answers = sequencer_->commit(group);
  const bool written = log_->writes > writes;
  require(written == (after.commands.size() > model_.commands.size()), "one write for a group");
  read_only_ = written && (fate == Fate::FailedAndLost || fate == Fate::FailedAndKept);
  cheated_ = cheated_ || log_->cheats();
  if (read_only_) {
    doubtful_ = after;
    std::ranges::replace(codes, "", "store-read-only");
  }
  expect_answers(sent, codes, answers, after);
  if (!read_only_) model_ = after;
  expect(model_);
}
void Simulation::expect_nothing_is_taken(std::vector<Append>& group) {
  const auto writes = log_->writes;
  for (const auto& answer : sequencer_->commit(group))
    require(code(answer) == "store-read-only", "after a failed write nothing is taken");
  require(log_->writes == writes, "after a failed write nothing is written");
}

void Simulation::expect_answers(const std::vector<Append>& group,
                                const std::vector<std::string>& codes,
                                const std::vector<Sequencer::Answer>& answers,
                                const Model& after) const {
  auto known = model_.commands;
  for (std::size_t i = 0; i < group.size(); ++i) {
    require(code(answers[i]) == codes[i], "of many who expect one version, one wins");
    if (!answers[i]) continue;
    const auto id = group[i].command_id.text();
    const auto& applied = after.commands.at(id);
    require(answers[i]->first == applied.first && answers[i]->count == applied.count,
            "a command is answered with its place");
    require(answers[i]->repeated == known.contains(id), "a command id is applied once");
    known.emplace(id, applied);
  }
}

/// The process is gone, and whatever was in its queue. Of what was in doubt all is there or
/// nothing.
void Simulation::reopen() {
  queue_.clear();
  read_only_ = false;
  log_ = std::make_unique<SimulatedLog>(disk_);
  log_->meanwhile = [this] { expect(model_); };
  sequencer_ = std::make_unique<Sequencer>(*log_, keys_, clock_, entropy_);
  if (auto doubtful = std::exchange(doubtful_, std::nullopt); doubtful && knows_all_of(*doubtful))
    model_ = *std::move(doubtful);
  expect(model_);
}

bool Simulation::knows_all_of(const Model& model) const {
  return std::ranges::all_of(model.commands, [this](const auto& command) {
    const core::CommandId id(command.first);
    return value_or_throw(log_->find_command(id, sequencer_->head())).has_value();
  });
}

void Simulation::move_clock() {
  clock_.set(1'600'000'000'000 + static_cast<std::int64_t>(below(1000)));
}

void Simulation::subscribe() {
  const auto limit = 1 + below(5);
  const auto events = value_or_throw(log_->read_all(seen_.size() + 1, limit, sequencer_->head()));
  for (const auto& event : events) {
    require(event.position == seen_.size() + 1, "a subscriber misses nothing");
    seen_.push_back(event.payload);
  }
}

Append Simulation::any_append() {
  const auto number = std::to_string(sent_.size());
  auto append = command("c" + number, any_stream(), {});
  for (auto left = below(4); left > 0; --left)
    append.events.push_back({any_stream(), "noted", 1, number + "-" + std::to_string(left)});
  for (auto left = below(3); left > 0; --left) {
    const auto stream = any_stream();
    const auto version = model_.stream(stream).size();
    append.expected.push_back({stream, below(5) == 0 ? version + 1 : version});
  }
  return append;
}

StreamName Simulation::any_stream() {
  return {below(2) == 0 ? "dossier" : "edition", std::string(1, static_cast<char>('a' + below(3)))};
}

Fate Simulation::any_fate() {
  return below(5) == 0 ? fates_[below(fates_.size())] : Fate::Done;
}

std::size_t Simulation::below(std::size_t limit) {
  return random_() % limit;
}

void Simulation::expect(const Model& model) const {
  require(sequencer_->head() == model.log.size(), "what was acknowledged is there, and no more");
  expect_log(model);
  expect_streams(model);
  expect_commands(model);
  for (std::size_t i = 0; i < seen_.size(); ++i)
    require(seen_[i] == model.log[i].second, "what was seen stays as it was");
}

void Simulation::expect_log(const Model& model) const {
  const auto events = value_or_throw(log_->read_all(1, all, sequencer_->head()));
  require(events.size() == model.log.size(), "a reader never sees past the head");
  std::set<EventId> ids;
  for (std::size_t i = 0; i < events.size(); ++i) {
    require(events[i].position == i + 1, "positions have no gap");
    require(std::pair(events[i].stream, events[i].payload) == model.log[i], "events are in order");
    require(i == 0 || events[i - 1].recorded_at <= events[i].recorded_at,
            "recorded_at never goes backwards");
    require(ids.insert(events[i].id).second, "every event has an id of its own");
  }
}

void Simulation::expect_streams(const Model& model) const {
  for (const std::string category : {"dossier", "edition"})
    for (const std::string id : {"a", "b", "c"}) {
      const StreamName name{category, id};
      const auto expected = model.stream(name);
      require(log_->version_of(name, sequencer_->head()) == expected.size(),
              "versions count each stream");
      const auto events = value_or_throw(log_->read_stream(name, 1, all, sequencer_->head()));
      require(payloads_of(events) == expected, "a stream is what was appended to it");
    }
}

void Simulation::expect_commands(const Model& model) const {
  for (const auto& append : sent_) {
    const auto found = value_or_throw(log_->find_command(append.command_id, sequencer_->head()));
    const auto applied = model.commands.find(append.command_id.text());
    if (applied != model.commands.end())
      require(found && found->applied.first == applied->second.first &&
                  found->applied.count == applied->second.count,
              "a command that was applied is remembered");
    else
      require(!found || found->applied.count == 0, "a command is never there in part");
  }
}

void Simulation::require(bool kept, const std::string& promise) const {
  if (!kept) throw Violation("step " + std::to_string(step_) + ": " + promise);
}

}  // namespace eventstore::testing
