#pragma once

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "eventstore/event_store.hpp"
#include "eventstore/ports.hpp"
#include "eventstore/store.hpp"

namespace eventstore::testing {

/// A folder of its own, gone at the end.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Says what it is told, in milliseconds since 1970.
class ManualClock final : public Clock {
 public:
  void set(std::int64_t milliseconds) { milliseconds_ = milliseconds; }
  [[nodiscard]] core::Instant now() override;

 private:
  std::atomic<std::int64_t> milliseconds_ = 1'600'000'000'000;
};

/// The same bytes at every run, no two alike within one.
class CountingEntropy final : public Entropy {
 public:
  void fill(std::span<unsigned char> bytes) override;

 private:
  std::uint64_t count_ = 0;
};

/// A store's files as they lie now, as a kill at this instant would leave them.
void copy_store(const std::filesystem::path& from, const std::filesystem::path& to);

[[nodiscard]] core::Instant instant(std::int64_t milliseconds);
[[nodiscard]] StreamName dossier(const std::string& id);
/// Every byte says the same.
[[nodiscard]] Digest digest(unsigned char byte);

/// A command with one event for each payload, on one stream, that expects nothing.
[[nodiscard]] Append command(const std::string& id, const StreamName& stream,
                             const std::vector<std::string>& payloads);
/// The same, expecting the stream at `version`.
[[nodiscard]] Append command_at(const std::string& id, const StreamName& stream, Version version,
                                const std::vector<std::string>& payloads);

[[nodiscard]] std::vector<std::string> payloads_of(const std::vector<StoredEvent>& events);
[[nodiscard]] std::vector<Position> positions_of(const std::vector<StoredEvent>& events);

/// The error's code, or "" when there is none.
template <class T>
[[nodiscard]] std::string code_of(const core::Result<T>& result) {
  return result ? "" : result.error().code;
}

/// A store under the shared contract, with its clock and its folder.
class Bench {
 public:
  virtual ~Bench() = default;
  [[nodiscard]] virtual Store& store() = 0;
  /// Closes and opens again, where the engine outlives it.
  virtual void reopen() = 0;

  ManualClock clock;
  CountingEntropy entropy;
};

[[nodiscard]] std::unique_ptr<Bench> memory_bench();
[[nodiscard]] std::unique_ptr<Bench> rocksdb_bench();

}  // namespace eventstore::testing
