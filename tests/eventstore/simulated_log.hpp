#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "eventstore/memory_log.hpp"

namespace eventstore::testing {

/// The process died within a write.
struct Crash {};

/// What becomes of a write.
enum class Fate {
  Done,
  FailedAndLost,  ///< refused, and nothing of it is there after the next opening
  FailedAndKept,  ///< refused, and all of it is there after the next opening
  DiedAndLost,
  DiedAndKept,
  Forgotten,  ///< acknowledged and lost: no engine may do that
  Halved,     ///< acknowledged and lost but for its first events: nor that
};

/// What outlives a process: the batches on stable storage.
struct SimulatedDisk {
  std::vector<Batch> batches;
  Position head = 0;
  core::Instant recorded_at;

  void keep(const Batch& batch);
};

/// The log as one process has it. A new one, over the same disk, is an opening.
class SimulatedLog final : public MemoryLog {
 public:
  explicit SimulatedLog(SimulatedDisk& disk);

  [[nodiscard]] Tail tail() const override { return opened_at_; }
  [[nodiscard]] core::Result<void> write(const Batch& batch) override;

  Fate next = Fate::Done;           ///< of the next write
  std::function<void()> meanwhile;  ///< called while a write is visible and not yet answered
  int writes = 0;

  /// Whether it has acknowledged what it does not keep.
  [[nodiscard]] bool cheats() const { return cheats_; }

 private:
  void keep(Batch batch, Fate fate);

  SimulatedDisk& disk_;
  Tail opened_at_;
  bool cheats_ = false;
};

}  // namespace eventstore::testing
