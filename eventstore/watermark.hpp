#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <mutex>

#include "eventstore/event_store.hpp"

namespace eventstore {

/// The committed position, and those who wait for it to move.
class Watermark {
 public:
  explicit Watermark(Position position) : position_(position) {}

  [[nodiscard]] Position position() const { return position_.load(std::memory_order_acquire); }
  void publish(Position position);
  /// As EventStore::wait_past.
  [[nodiscard]] bool wait_past(Position position, std::chrono::milliseconds timeout) const;
  void wake_all();

 private:
  std::atomic<Position> position_;
  mutable std::mutex mutex_;
  mutable std::condition_variable moved_;
  std::uint64_t calls_ = 0;  ///< of wake_all
};

}  // namespace eventstore
