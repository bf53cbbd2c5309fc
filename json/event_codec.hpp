#pragma once

#include <map>
#include <span>
#include <string_view>

#include "domain/core/record.hpp"
#include "domain/core/result.hpp"

namespace json {

/// Turns the log's bytes into events again, by name and schema version.
class EventCodec {
 public:
  explicit EventCodec(std::span<const core::RecordType* const> types);

  /// Errors: "unknown-event" for a name or version that this program does not know, and those of
  /// `json::read`.
  [[nodiscard]] core::Result<core::Event> decode(std::string_view name, int version,
                                                 std::string_view payload) const;

 private:
  std::map<std::string_view, const core::RecordType*> types_;
};

}  // namespace json
