#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "eventstore/event_store.hpp"
#include "eventstore/row_store.hpp"

namespace eventstore::keys {

/// u64, big-endian: positions sort as they count.
[[nodiscard]] std::string of_position(Position position);
/// Nothing unless the bytes are eight.
[[nodiscard]] std::optional<Position> to_position(std::string_view bytes);

/// category 0x00 id 0x00: what all versions of a stream begin with.
[[nodiscard]] std::string of_stream(const StreamName& stream);
/// category 0x00 id 0x00 version (u64)
[[nodiscard]] std::string of_version(const StreamName& stream, Version version);
/// The version that ends a stream's key.
[[nodiscard]] std::optional<Version> version_in(std::string_view key);
/// category 0x00 position (u64)
[[nodiscard]] std::string of_category(const std::string& category, Position position);

/// level (u8) index (u64): nodes of one level sort as they count.
[[nodiscard]] std::string of_node(unsigned height, std::uint64_t index);

/// p.<name>.v<version>: a read model's column family.
[[nodiscard]] std::string family_of(const ModelName& model);
/// 0x01 key: a row. The checkpoint lies beside the rows, under 0x00.
[[nodiscard]] std::string of_row(std::string_view key);
[[nodiscard]] std::string of_checkpoint();

}  // namespace eventstore::keys
