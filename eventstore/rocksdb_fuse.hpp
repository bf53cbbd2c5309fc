#pragma once

#include <rocksdb/listener.h>

#include <atomic>

#include "domain/core/result.hpp"

namespace eventstore {

/// Ends a database's writing for good once any write or fsync of it has failed, be it an append's
/// or one of RocksDB's own in the background. Safe from any thread.
class Fuse final : public rocksdb::EventListener {
 public:
  /// Error: "store-read-only", once it has blown.
  [[nodiscard]] core::Result<void> check() const;
  /// Blows at the first failure.
  [[nodiscard]] core::Result<void> pass(const rocksdb::Status& status);

  void OnBackgroundError(rocksdb::BackgroundErrorReason reason, rocksdb::Status* error) override;

 private:
  enum class State : unsigned char { Whole, WriteFailed, DiskFull };

  std::atomic<State> state_ = State::Whole;
};

}  // namespace eventstore
