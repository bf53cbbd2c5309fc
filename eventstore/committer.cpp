#include "eventstore/committer.hpp"

#include <utility>

#include "eventstore/limits.hpp"

namespace eventstore {

Committer::Committer(Storage& storage, Clock& clock, Entropy& entropy)
    : sequencer_(storage, clock, entropy),
      committed_(sequencer_.head()),
      thread_([this] { run(); }) {}

Committer::~Committer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  filled_.notify_one();
  thread_.join();
}

core::Result<Appended> Committer::append(Append append) {
  Pending pending{std::move(append), {}};
  auto answer = pending.answer.get_future();
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(pending));
  }
  filled_.notify_one();
  return answer.get();
}

/// Published before it is answered, so that whoever was answered reads what it wrote.
void Committer::run() {
  for (auto group = next_group(); !group.appends.empty(); group = next_group()) {
    auto answers = sequencer_.commit(group.appends);
    committed_.publish(sequencer_.head());
    for (std::size_t i = 0; i < answers.size(); ++i)
      group.answers[i].set_value(std::move(answers[i]));
  }
}

/// Empty when there is nothing left to do and the committer is to stop.
Committer::Group Committer::next_group() {
  std::unique_lock lock(mutex_);
  filled_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  Group group;
  std::size_t bytes = 0;
  while (!queue_.empty() && group.appends.size() < most_appends && bytes < enough_bytes) {
    bytes += size_of(queue_.front().append);
    group.appends.push_back(std::move(queue_.front().append));
    group.answers.push_back(std::move(queue_.front().answer));
    queue_.pop_front();
  }
  return group;
}

}  // namespace eventstore
