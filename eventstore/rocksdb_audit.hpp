#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "eventstore/merkle.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_follower.hpp"
#include "eventstore/verify.hpp"

namespace eventstore {

/// One walk over the log, which looks up every entry that leads to an event, then one over each
/// index and over the Merkle tree, which counts: where there are no more entries than were looked
/// up, none is without its event. Stops at the first fault.
class Audit {
 public:
  Audit(const Database& database, const Progress& progress);

  [[nodiscard]] Verification run();

 private:
  using Finding = std::optional<Fault>;

  [[nodiscard]] Finding check_events();
  [[nodiscard]] Finding check_event(std::string_view key, std::string_view envelope);
  [[nodiscard]] Finding check_entries_of(const StoredEvent& event);
  [[nodiscard]] Finding check_command_of(const StoredEvent& event);
  [[nodiscard]] Finding check_leaf_of(const StoredEvent& event, std::string_view envelope);
  [[nodiscard]] Finding check_tree();
  [[nodiscard]] Finding check_index(Family family, std::uint64_t entries);
  [[nodiscard]] Finding check_version_order(std::string_view key, Position position);
  [[nodiscard]] Finding find_stranger(Family family) const;
  template <class Visit>
  [[nodiscard]] Finding each_entry(Family family, Visit visit) const;
  [[nodiscard]] Finding check_files() const;
  [[nodiscard]] Position first_in_a_damaged_block() const;
  [[nodiscard]] bool leads_here_or_on(const std::string& erased, Position position) const;
  [[nodiscard]] bool holds(Family family, const std::string& key, std::string_view value) const;
  void tick();

  const Database& database_;
  const Progress& progress_;
  std::uint64_t done_ = 0;
  std::uint64_t of_ = 0;
  Follower categories_;
  Follower nodes_;
  Position checked_ = 0;
  merkle::Frontier tree_;       ///< grown from the events themselves
  std::uint64_t kept_ = 0;      ///< nodes of such a tree
  std::uint64_t commands_ = 0;  ///< that led to events
  core::CommandId command_;     ///< of the append that is being walked through
  Position last_of_command_ = 0;
  std::string last_key_;  ///< in the stream index
  Position last_position_ = 0;
};

}  // namespace eventstore
