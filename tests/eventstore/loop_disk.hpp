#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "tests/eventstore/support.hpp"

namespace eventstore::testing {

/// An ext4 file system in a file, from which the power can be cut.
class LoopDisk {
 public:
  /// Why there cannot be one here; nothing if there can.
  [[nodiscard]] static std::optional<std::string> refusal();

  LoopDisk();
  ~LoopDisk();
  LoopDisk(const LoopDisk&) = delete;
  LoopDisk& operator=(const LoopDisk&) = delete;

  [[nodiscard]] std::filesystem::path path() const { return home_.path() / "disk"; }

  /// From now on nothing reaches the disk, not even the journal (EXT4_IOC_SHUTDOWN of Linux's
  /// fs/ext4/ext4.h with EXT4_GOING_FLAGS_NOLOGFLUSH).
  void cut_power();
  /// What was on the disk, after its journal was replayed. Nobody may have a file open on it.
  void power_on();

 private:
  TemporaryFolder home_;
};

}  // namespace eventstore::testing
