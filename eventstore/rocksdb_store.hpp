#pragma once

#include <filesystem>
#include <memory>

#include "domain/core/result.hpp"
#include "eventstore/store.hpp"

namespace rocksdb {
class Env;
}

namespace eventstore {

/// Opens the store in `folder`, or makes a new one. `env` (null: the machine's own) lets tests
/// break the disk. Errors: "store-in-use", "store-damaged", "store-format-unknown",
/// "store-unavailable".
[[nodiscard]] core::Result<std::unique_ptr<Store>> open_rocksdb_store(
    const std::filesystem::path& folder, Clock& clock, Entropy& entropy,
    rocksdb::Env* env = nullptr);

}  // namespace eventstore
