#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "eventstore/merkle.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/verify.hpp"

namespace eventstore {

/// One walk over the log, one over each index and one over the Merkle tree. Stops at the first
/// fault.
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
  [[nodiscard]] Finding check_index(Family family);
  [[nodiscard]] Finding check_entry(Family family, std::string_view key, std::string_view value);
  [[nodiscard]] Finding check_version_order(std::string_view key, Position position);
  [[nodiscard]] Finding check_files() const;
  [[nodiscard]] bool leads_here_or_on(const std::string& erased, Position position) const;
  [[nodiscard]] bool holds(Family family, const std::string& key, std::string_view value) const;
  [[nodiscard]] std::unique_ptr<rocksdb::Iterator> walk(Family family) const;
  void tick();

  const Database& database_;
  const Progress& progress_;
  std::uint64_t done_ = 0;
  std::uint64_t of_ = 0;
  Position checked_ = 0;
  merkle::Frontier tree_;    ///< grown from the events themselves
  std::uint64_t nodes_ = 0;  ///< that such a tree has
  core::CommandId command_;  ///< of the append that is being walked through
  Position last_of_command_ = 0;
  std::string last_key_;  ///< in the stream index
  Position last_position_ = 0;
};

}  // namespace eventstore
