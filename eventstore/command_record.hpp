#pragma once

#include <string>
#include <string_view>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"

namespace eventstore {

/// What is kept with a command id, for ever.
struct CommandRecord {
  Digest request_hash{};
  Appended applied;
};

/// The answer to a command that comes again. Error: "command-id-reused" when its content differs.
[[nodiscard]] core::Result<Appended> repeat(const CommandRecord& record,
                                            const Digest& request_hash);

/// How it lies on disk, format 1 (notation of envelope.hpp):
///
///     command = format first count recorded-at request-hash answer crc
///     format       = u8                ; 1
///     first        = u64               ; position of its first event; the head if it has none
///     count        = u32
///     recorded-at  = i64
///     request-hash = 32 bytes
///     answer       = u32 bytes
///     crc          = u32
[[nodiscard]] std::string encode_command(const CommandRecord& record);

/// Error: "store-damaged".
[[nodiscard]] core::Result<CommandRecord> decode_command(const core::CommandId& id,
                                                         std::string_view bytes);

}  // namespace eventstore
