#pragma once

#include <filesystem>
#include <memory>

#include "domain/core/result.hpp"
#include "eventstore/folder_lock.hpp"
#include "eventstore/ports.hpp"
#include "eventstore/store.hpp"

namespace eventstore {

/// A closed RocksDB store that is only looked at, and kept from others meanwhile. Nothing in its
/// folder changes; what would write is refused as "store-read-only". It signs receipts as the log
/// stands.
class Inspection {
 public:
  /// `person_keys` is where the keys of its persons lie. Errors: "store-in-use",
  /// "store-damaged", "store-format-unknown", "store-unavailable", and why
  /// a log is refused that is not what its last checkpoint signed.
  [[nodiscard]] static core::Result<std::unique_ptr<Inspection>> open(
      const std::filesystem::path& folder, const std::filesystem::path& person_keys);

  [[nodiscard]] Store& store() { return *store_; }

 private:
  explicit Inspection(const std::filesystem::path& folder) : lock_(folder) {}
  [[nodiscard]] core::Result<void> open_store(const std::filesystem::path& folder,
                                              const std::filesystem::path& person_keys);

  FolderLock lock_;
  SystemClock clock_;
  SystemEntropy entropy_;
  std::unique_ptr<Store> store_;
};

}  // namespace eventstore
