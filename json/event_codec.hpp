#pragma once

#include <map>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "domain/core/record.hpp"
#include "domain/core/result.hpp"
#include "json/payload.hpp"

namespace json {

/// How a payload of `event` at schema version `from` becomes one of the next version. Pure.
struct Upcaster {
  std::string_view event;
  int from = 1;
  void (*step)(Payload& payload) = nullptr;
};

/// Turns the log's bytes into events again, by name and schema version. What was written at an
/// older version is brought up step by step; what is written is always of the newest.
class EventCodec {
 public:
  /// Errors, `field` naming the event: "upcaster-missing" where an older version has no step,
  /// "upcaster-superfluous" for a step of no known event, beyond its version, or given twice.
  [[nodiscard]] static core::Result<EventCodec> make(std::span<const core::RecordType* const> types,
                                                     std::span<const Upcaster> upcasters);

  /// `personal` are the words that were set apart at writing (`json::write_apart`). Errors:
  /// "unknown-event" for a name or version that this program does not know, and those of
  /// `json::read`.
  [[nodiscard]] core::Result<core::Event> decode(
      std::string_view name, int version, std::string_view payload,
      std::span<const core::Personal> personal = {}) const;

 private:
  struct Known {
    const core::RecordType* type = nullptr;
    std::map<int, Upcaster> upcasters = {};  ///< by the version that they start from
  };

  EventCodec() = default;
  [[nodiscard]] core::Result<void> take(const Upcaster& upcaster);

  std::unordered_map<std::string_view, Known> known_;
};

}  // namespace json
