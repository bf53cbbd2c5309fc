#include "eventstore/watermark.hpp"

namespace eventstore {

void Watermark::publish(Position position) {
  {
    const std::lock_guard lock(mutex_);
    position_.store(position, std::memory_order_release);
  }
  moved_.notify_all();
}

bool Watermark::wait_past(Position position, std::chrono::milliseconds timeout) const {
  std::unique_lock lock(mutex_);
  const auto calls = calls_;
  const auto awake = [&] { return this->position() > position || calls_ != calls; };
  moved_.wait_for(lock, timeout, awake);
  return this->position() > position;
}

void Watermark::wake_all() {
  {
    const std::lock_guard lock(mutex_);
    ++calls_;
  }
  moved_.notify_all();
}

}  // namespace eventstore
