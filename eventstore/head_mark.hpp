#pragma once

#include <filesystem>
#include <optional>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"

namespace eventstore {

/// The last position that was acknowledged, in a file of its own beside the database, so that a
/// log that lost its end is noticed: 20 decimal digits and a line feed. It follows the log without
/// an fsync, so that it may lag behind after a power loss but never runs ahead.
class HeadMark {
 public:
  /// Nothing when there is no mark yet. Error: "store-damaged" when it is no mark.
  [[nodiscard]] static core::Result<std::optional<Position>> read(
      const std::filesystem::path& folder);

  HeadMark() = default;
  ~HeadMark();
  HeadMark(const HeadMark&) = delete;
  HeadMark& operator=(const HeadMark&) = delete;

  /// Error: "store-unavailable".
  [[nodiscard]] core::Result<void> open(const std::filesystem::path& folder);
  /// Error: "store-read-only".
  [[nodiscard]] core::Result<void> move_to(Position head);

 private:
  int file_ = -1;
};

}  // namespace eventstore
