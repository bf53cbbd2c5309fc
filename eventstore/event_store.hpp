#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"

namespace eventstore {

/// Place of an event in the log: 1, 2, 3, … without a gap. 0 is the empty log.
using Position = std::uint64_t;
/// How many events a stream holds; 0 is a stream that does not exist.
using Version = std::uint64_t;
using EventId = std::array<unsigned char, 16>;
using Digest = std::array<unsigned char, 32>;

/// One aggregate's history: category "dossier", id "2021-1701". Both are identifiers
/// (core::is_identifier); anything else is refused as a bug.
struct StreamName {
  std::string category;
  std::string id;
  friend auto operator<=>(const StreamName&, const StreamName&) = default;
};

struct ExpectedVersion {
  StreamName stream;
  Version version = 0;
};

/// Words that belong to a person, to be sealed under that person's key.
struct PersonalValue {
  std::string person;  ///< pseudonym, an identifier
  std::string path;    ///< the place in the event that the words were taken from; not empty
  std::string plain;
};

struct NewEvent {
  StreamName stream;
  std::string type;
  std::uint16_t schema_version = 1;
  std::string payload;  ///< opaque bytes
  std::vector<PersonalValue> personal = {};
  /// A person of whom nothing can be read from this event on, or empty.
  std::string erases = {};
};

/// One atomic write, made for one command.
struct Append {
  core::CommandId command_id;
  Digest request_hash{};        ///< tells the same command sent again from another one under its id
  std::string actor;            ///< pseudonym of who acts
  core::CommandId correlation;  ///< the command that began it all; itself when it is the first
  std::string causation;        ///< what led to it: an event id in hexadecimal, or empty
  std::vector<ExpectedVersion> expected;  ///< also of streams that are only read
  std::vector<NewEvent> events;           ///< may be empty: the command is then remembered alone
  std::string answer;                     ///< opaque bytes kept with the command id
};

/// The answer to an append, the same when it is sent again.
struct Appended {
  Position first = 0;  ///< position of its first event; the head at that time if it has none
  std::uint32_t count = 0;
  std::string answer;
  core::Instant recorded_at;
  bool repeated = false;  ///< this command id was applied before; nothing was written now

  [[nodiscard]] Position last() const { return count == 0 ? first : first + count - 1; }
};

/// Words that belong to a person, under that person's key and apart from the payload. Without a
/// path it is no words, but the mark of the event that erases the person.
struct SealedValue {
  std::string person;                     ///< pseudonym
  std::string path;                       ///< "responsible.name"
  std::string sealed;                     ///< empty: the person was erased before
  std::optional<std::string> plain = {};  ///< nothing once the person is erased; not on disk
};

struct StoredEvent {
  Position position = 0;
  StreamName stream;
  Version version = 0;  ///< 1 for the stream's first event
  core::Instant recorded_at;
  EventId id{};
  core::CommandId command_id;
  core::CommandId correlation;
  std::string causation;
  std::string actor;
  std::string type;
  std::uint16_t schema_version = 1;
  Digest salt{};
  std::vector<SealedValue> personal;
  std::string payload;
};

/// An append-only log of events in streams. Safe to call from any thread.
///
/// Error codes of `append`: "stale-version" (Conflict; field = category/id of the stream that moved
/// on), "command-id-reused" (Conflict), "unknown-person" (NotFound; of one to erase),
/// "event-too-large" and "append-too-large" (TooLarge; limits in limits.hpp), "store-read-only"
/// (Unavailable: a write or fsync failed; reads go on, nothing is retried), "disk-nearly-full"
/// (Unavailable until there is room; nothing was tried). Any call may also meet damage on disk:
/// "store-damaged" (Unavailable) where it answers a Result, else `Damaged` is thrown (errors.hpp).
class EventStore {
 public:
  virtual ~EventStore() = default;

  /// Returns once the events are on stable storage, all of them or none, at adjoining positions.
  [[nodiscard]] virtual core::Result<Appended> append(Append append) = 0;

  /// What was answered to a command id; nothing if it was never applied. Error:
  /// "command-id-reused" when it was applied with another content.
  [[nodiscard]] virtual core::Result<std::optional<Appended>> find_command(
      const core::CommandId& id, const Digest& request_hash) const = 0;

  /// Events of a stream from `from` (1 is the first) on, at most `limit`, in order.
  [[nodiscard]] virtual std::vector<StoredEvent> read_stream(const StreamName& stream, Version from,
                                                             std::size_t limit) const = 0;

  /// Events of the whole log from `from` on, at most `limit`, in order, never past `head()`.
  [[nodiscard]] virtual std::vector<StoredEvent> read_all(Position from,
                                                          std::size_t limit) const = 0;

  [[nodiscard]] virtual Version version_of(const StreamName& stream) const = 0;

  /// The last committed position.
  [[nodiscard]] virtual Position head() const = 0;

  /// The last event that erased a person, or 0: what was read before may tell more than the log
  /// does now.
  [[nodiscard]] virtual Position last_erasure() const = 0;

  /// Waits until the head is past `position`; false when `timeout` ran out or `wake_all` was
  /// called.
  [[nodiscard]] virtual bool wait_past(Position position,
                                       std::chrono::milliseconds timeout) const = 0;
  /// Wakes every waiter, so that subscribers can be told to stop.
  virtual void wake_all() = 0;
};

}  // namespace eventstore
