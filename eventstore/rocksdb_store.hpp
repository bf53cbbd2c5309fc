#pragma once

#include <filesystem>
#include <memory>

#include "domain/core/result.hpp"
#include "eventstore/store.hpp"

namespace rocksdb {
class Env;
}

namespace eventstore {

/// Opens the store in `folder`, or makes a new one there: `events` (the database), `checkpoint`
/// (the last one signed), `log-key` and `person-keys`. A log that is not what the checkpoint signed
/// opens for reading only. `origin` begins the name of a new log's key; `env` (null: the machine's
/// own) lets tests break the disk. Errors: "log-key-invalid", "store-in-use", "store-damaged",
/// "store-format-unknown", "store-unavailable".
[[nodiscard]] core::Result<std::unique_ptr<Store>> open_rocksdb_store(
    const std::filesystem::path& folder, Clock& clock, Entropy& entropy,
    rocksdb::Env* env = nullptr, std::string_view origin = "eventstore",
    Observer& observer = nobody());

/// The keys under which the store in `folder` seals persons' words.
[[nodiscard]] std::filesystem::path person_keys_in(const std::filesystem::path& folder);
/// The key that signs the checkpoints of the store in `folder`.
[[nodiscard]] std::filesystem::path log_key_in(const std::filesystem::path& folder);

}  // namespace eventstore
