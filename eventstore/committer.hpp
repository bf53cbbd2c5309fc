#pragma once

#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>
#include <vector>

#include "eventstore/sequencer.hpp"
#include "eventstore/watermark.hpp"

namespace eventstore {

/// The sequencer's thread and queue. While one group is on its way to the disk the queue fills, and
/// all that it holds (up to 256 appends or 1 MiB) becomes the next group: group commit without any
/// artificial delay.
class Committer {
 public:
  static constexpr std::size_t most_appends = 256;
  static constexpr std::size_t enough_bytes = std::size_t{1} << 20;

  Committer(Storage& storage, PersonKeys& keys, Clock& clock, Entropy& entropy, Observer& observer);
  /// Answers what is queued, then ends.
  ~Committer();
  Committer(const Committer&) = delete;
  Committer& operator=(const Committer&) = delete;

  /// Returns when the append is on stable storage or refused.
  [[nodiscard]] core::Result<Appended> append(Append append);

  [[nodiscard]] const Watermark& committed() const { return committed_; }
  void wake_all() { committed_.wake_all(); }
  /// The Merkle tree over all that is committed.
  [[nodiscard]] merkle::TreeHead tree() const;

  /// Why every append is refused; nothing where they are taken.
  [[nodiscard]] std::optional<core::Error> refusal() const;
  /// How many appends wait for their group.
  [[nodiscard]] std::size_t queued() const;

 private:
  struct Group {
    std::vector<Append> appends;
    std::vector<std::promise<core::Result<Appended>>> answers;
    std::size_t bytes = 0;
  };
  struct Pending {
    Append append;
    std::promise<core::Result<Appended>> answer;
  };

  void run();
  [[nodiscard]] Group next_group();
  void publish();

  Observer& observer_;
  Sequencer sequencer_;
  Watermark committed_;
  mutable std::mutex mutex_;  ///< guards what follows
  merkle::TreeHead tree_;
  std::optional<core::Error> refusal_;
  std::condition_variable filled_;
  std::deque<Pending> queue_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace eventstore
