#pragma once

#include <string>
#include <string_view>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"

namespace eventstore {

/// How an event lies on disk, format 2. Numbers are big-endian, `text` is one byte of length and
/// that many bytes:
///
///     envelope = magic format position version recorded-at event-id schema-version salt
///                command-id correlation causation actor category stream-id type
///                personal payload crc
///     magic          = "ASEV"
///     format         = u8                ; 2
///     position       = u64               ; the same as in the key
///     version        = u64               ; place in its stream, 1 is the first
///     recorded-at    = i64               ; milliseconds since 1970-01-01 UTC
///     event-id       = 16 bytes          ; random
///     schema-version = u16
///     salt           = 32 bytes          ; random
///     command-id, correlation, causation, actor, category, stream-id, type = text
///     personal       = u16 of these: person path sealed
///     person, path = text;  sealed = u32 bytes   ; no path: this event erases the person
///     payload        = u32 bytes         ; length, then as it was given
///     crc            = u32               ; CRC-32C of everything before it
[[nodiscard]] std::string encode_envelope(const StoredEvent& event);

/// Error: "store-damaged", naming `position`, when the bytes are not an envelope of that position.
[[nodiscard]] core::Result<StoredEvent> decode_envelope(Position position, std::string_view bytes);

}  // namespace eventstore
