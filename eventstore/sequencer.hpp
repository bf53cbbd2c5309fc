#pragma once

#include <map>
#include <optional>
#include <span>
#include <vector>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/person_keys.hpp"
#include "eventstore/ports.hpp"
#include "eventstore/storage.hpp"

namespace eventstore {

/// The one place where positions are given out. It decides appends in the order in which they
/// came, each against the log plus what was accepted before it in the same group, and writes what
/// it accepted as one batch. It has no thread and no queue, so that a simulation can drive it.
class Sequencer {
 public:
  using Answer = core::Result<Appended>;

  Sequencer(Storage& storage, PersonKeys& keys, Clock& clock, Entropy& entropy);

  /// One answer for each append, in their order. A new person's key is on stable storage before
  /// what is sealed under it, and an erased person's is destroyed once the event that tells of it
  /// is. After a failed write everything is "store-read-only", for good; "disk-nearly-full" passes,
  /// since nothing was tried.
  [[nodiscard]] std::vector<Answer> commit(std::span<Append> group);

  /// The last committed position.
  [[nodiscard]] Position head() const { return tree_.size; }
  /// The Merkle tree up to there.
  [[nodiscard]] const merkle::TreeHead& tree() const { return tree_; }

  /// Why every append is refused; nothing where they are taken.
  [[nodiscard]] const std::optional<core::Error>& refusal() const { return tail_.read_only; }

 private:
  using Versions = std::map<StreamName, Version>;
  struct Plan;

  [[nodiscard]] Answer decide(Append& append, Plan& plan) const;
  [[nodiscard]] core::Result<std::optional<CommandRecord>> earlier(const core::CommandId& id,
                                                                   const Plan& plan) const;
  [[nodiscard]] core::Result<void> look_up_versions(const Append& append, Plan& plan) const;
  [[nodiscard]] Appended accept(Append& append, Plan& plan) const;
  [[nodiscard]] StoredEvent event_of(const Append& append, NewEvent& event, Plan& plan) const;
  static void add(StoredEvent event, Plan& plan);
  [[nodiscard]] core::Result<void> check_persons(const Append& append) const;
  [[nodiscard]] core::Result<void> write(Plan& plan);
  void remember(const Versions& versions);
  [[nodiscard]] core::Instant now() const;

  Storage& storage_;
  PersonKeys& keys_;
  Clock& clock_;
  Entropy& entropy_;
  Tail tail_;
  merkle::TreeHead tree_;
  Versions versions_;  ///< of streams met lately
};

}  // namespace eventstore
