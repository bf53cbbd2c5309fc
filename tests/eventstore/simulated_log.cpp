#include "tests/eventstore/simulated_log.hpp"

#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/errors.hpp"

namespace eventstore::testing {

void SimulatedDisk::keep(const Batch& batch) {
  batches.push_back(batch);
  if (batch.entries.empty()) return;
  head = batch.entries.back().event.position;
  recorded_at = batch.entries.back().event.recorded_at;
}

SimulatedLog::SimulatedLog(SimulatedDisk& disk) : disk_(disk) {
  for (const auto& batch : disk_.batches)
    core::ensure(MemoryLog::write(batch).has_value(), "memory takes everything");
  opened_at_ = {disk_.recorded_at, merkle::Frontier::load(disk_.head, nodes_of(*this)).value(), {}};
}

/// Once it has cheated, nothing more is kept until the next opening: a lost end, and no hole.
core::Result<void> SimulatedLog::write(const Batch& batch) {
  ++writes;
  const auto fate = std::exchange(next, Fate::Done);
  if (!cheats_ && fate != Fate::FailedAndLost && fate != Fate::DiedAndLost) keep(batch, fate);
  if (fate == Fate::DiedAndLost || fate == Fate::DiedAndKept) throw Crash{};
  if (fate == Fate::FailedAndLost) return core::fail(store_read_only());
  core::ensure(MemoryLog::write(batch).has_value(), "memory takes everything");
  meanwhile();
  if (fate == Fate::FailedAndKept) return core::fail(store_read_only());
  return {};
}

void SimulatedLog::keep(Batch batch, Fate fate) {
  cheats_ = fate == Fate::Forgotten || (fate == Fate::Halved && !batch.entries.empty());
  if (fate == Fate::Halved) batch.entries.resize(batch.entries.size() / 2);
  if (fate != Fate::Forgotten) disk_.keep(batch);
}

}  // namespace eventstore::testing
