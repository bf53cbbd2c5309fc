#pragma once

#include <filesystem>
#include <memory>
#include <thread>

#include "domain/core/result.hpp"
#include "eventstore/durable_file.hpp"
#include "eventstore/store.hpp"

namespace server {

/// Lends frozen copies of a store while it is served, to commands on the same machine: over the
/// unix socket `control` in the data directory, mode 0600. Who connects is answered "ready", or an
/// error's code, on a line, and has the folder `snapshot` beside the socket to read until it hangs
/// up. One at a time; the others wait.
class SnapshotLender {
 public:
  /// Errors: "control-unavailable".
  [[nodiscard]] static core::Result<std::unique_ptr<SnapshotLender>> open(
      const std::filesystem::path& data, const eventstore::Store& store);
  /// Takes back what is lent.
  ~SnapshotLender();
  SnapshotLender(const SnapshotLender&) = delete;
  SnapshotLender& operator=(const SnapshotLender&) = delete;

 private:
  SnapshotLender(std::filesystem::path data, const eventstore::Store& store,
                 eventstore::FileHandle listener);
  void run(const std::stop_token& stop);
  void lend(int client);
  void clear() const;

  std::filesystem::path data_;
  const eventstore::Store& store_;
  eventstore::FileHandle listener_;
  std::jthread thread_;
};

/// A snapshot on loan; it goes back at the end, and is gone when that has returned.
class BorrowedSnapshot {
 public:
  /// Errors: "store-in-use" when nobody there lends; what the lender was refused.
  [[nodiscard]] static core::Result<BorrowedSnapshot> of(const std::filesystem::path& data);

  ~BorrowedSnapshot();
  BorrowedSnapshot(BorrowedSnapshot&&) noexcept = default;
  BorrowedSnapshot& operator=(BorrowedSnapshot&&) noexcept = default;

  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

 private:
  BorrowedSnapshot(std::filesystem::path folder, eventstore::FileHandle connection);

  std::filesystem::path folder_;
  eventstore::FileHandle connection_;
};

}  // namespace server
