#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"

namespace eventstore {

/// "stale-version": the stream moved on since it was read.
[[nodiscard]] core::Error stale_version(const StreamName& stream);
/// "command-id-reused": the id was applied with another content.
[[nodiscard]] core::Error command_id_reused();
/// "unknown-person": the log never held anything of this person's.
[[nodiscard]] core::Error unknown_person(const std::string& person);
/// "event-too-large": over `longest_payload`.
[[nodiscard]] core::Error event_too_large();
/// "append-too-large": over `most_events` or `largest_append`.
[[nodiscard]] core::Error append_too_large();
/// "store-read-only": a write or its fsync failed; `full` when the disk had no room.
[[nodiscard]] core::Error store_read_only(bool full = false);
/// "disk-nearly-full": less room than `least_free_space`; nothing was tried, and later it may pass.
[[nodiscard]] core::Error disk_nearly_full();
/// "log-behind-checkpoint": the log ends at `head`, and once stood at `signed_size`.
[[nodiscard]] core::Error log_behind_checkpoint(Position head, Position signed_size);
/// "log-differs-from-checkpoint": its first `size` events are not those that were signed.
[[nodiscard]] core::Error log_differs_from_checkpoint(Position size);
/// "checkpoint-unreadable": missing, or not signed with this log's key.
[[nodiscard]] core::Error checkpoint_unreadable();
/// "store-damaged": what is stored at `position` is not what was written.
[[nodiscard]] core::Error damaged_at(Position position, std::string_view pt, std::string_view en);
/// "store-damaged": the database as a whole; `cause` is the engine's own words.
[[nodiscard]] core::Error damaged_store(std::string_view cause);
/// "store-in-use": another process has it open.
[[nodiscard]] core::Error store_in_use();
/// "store-format-unknown": written by another version of the program.
[[nodiscard]] core::Error store_format_unknown(std::string_view format);
/// "store-unavailable": the folder cannot be made, read or written.
[[nodiscard]] core::Error store_unavailable(std::string_view cause);

/// Thrown by a read that meets damage: an answer with a hole in it would be worse than none.
class Damaged : public std::runtime_error {
 public:
  explicit Damaged(core::Error error) : std::runtime_error(error.en), error_(std::move(error)) {}
  [[nodiscard]] const core::Error& error() const { return error_; }

 private:
  core::Error error_;
};

/// The value, or `Damaged`.
template <class T>
T value_or_throw(core::Result<T> result) {
  if (!result) throw Damaged(std::move(result.error()));
  return *std::move(result);
}

}  // namespace eventstore
