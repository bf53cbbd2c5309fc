#include "eventstore/committer.hpp"

#include <chrono>
#include <utility>

#include "eventstore/limits.hpp"

namespace eventstore {

Committer::Committer(Storage& storage, PersonKeys& keys, Clock& clock, Entropy& entropy,
                     Observer& observer)
    : observer_(observer),
      sequencer_(storage, keys, clock, entropy),
      committed_(sequencer_.head()) {
  publish();
  thread_ = std::thread([this] { run(); });
}

Committer::~Committer() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  filled_.notify_one();
  thread_.join();
}

core::Result<Appended> Committer::append(Append append) {
  const auto came = std::chrono::steady_clock::now();
  Pending pending{std::move(append), {}};
  auto future = pending.answer.get_future();
  {
    const std::lock_guard lock(mutex_);
    queue_.push_back(std::move(pending));
  }
  filled_.notify_one();
  auto answer = future.get();
  observer_.answered(std::chrono::steady_clock::now() - came, answer ? nullptr : &answer.error());
  return answer;
}

merkle::TreeHead Committer::tree() const {
  const std::lock_guard lock(mutex_);
  return tree_;
}

std::optional<core::Error> Committer::refusal() const {
  const std::lock_guard lock(mutex_);
  return refusal_;
}

std::size_t Committer::queued() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

/// Published before it is answered, so that whoever was answered reads what it wrote.
void Committer::run() {
  for (auto group = next_group(); !group.appends.empty(); group = next_group()) {
    auto answers = sequencer_.commit(group.appends);
    publish();
    observer_.committed(group.appends.size(), group.bytes);
    for (std::size_t i = 0; i < answers.size(); ++i)
      group.answers[i].set_value(std::move(answers[i]));
  }
}

/// Empty when there is nothing left to do and the committer is to stop.
Committer::Group Committer::next_group() {
  std::unique_lock lock(mutex_);
  filled_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  Group group;
  while (!queue_.empty() && group.appends.size() < most_appends && group.bytes < enough_bytes) {
    group.bytes += size_of(queue_.front().append);
    group.appends.push_back(std::move(queue_.front().append));
    group.answers.push_back(std::move(queue_.front().answer));
    queue_.pop_front();
  }
  return group;
}

/// The tree first: who reads an event may ask for its proof.
void Committer::publish() {
  const auto& refusal = sequencer_.refusal();
  bool refused_from_now_on = false;
  {
    const std::lock_guard lock(mutex_);
    tree_ = sequencer_.tree();
    refused_from_now_on = refusal && !refusal_;
    if (refused_from_now_on) refusal_ = refusal;
  }
  committed_.publish(sequencer_.head());
  if (refused_from_now_on) observer_.read_only(*refusal);
}

}  // namespace eventstore
