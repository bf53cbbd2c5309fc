#pragma once

#include <filesystem>
#include <string>

#include "tests/bench/report.hpp"

namespace bench {

struct Settings {
  std::filesystem::path folder;    ///< where stores and logs are made; on the disk to be measured
  std::string message_db;          ///< how libpq reaches the peer's database; empty: without it
  bool long_form = false;          ///< more rounds
  std::size_t events = 1'000'000;  ///< of the realistic log
  [[nodiscard]] std::size_t rounds() const { return long_form ? 11 : 5; }
};

/// Durable appends of 1, 8 and 64 writers, beside raw RocksDB and message-db.
[[nodiscard]] Report append(const Settings& settings);
/// From stored events to the domain's, beside a bare scan.
[[nodiscard]] Report replay(const Settings& settings);
/// All read models from the first event on, and how that grows.
[[nodiscard]] Report rebuild(const Settings& settings);
/// From a command to the read models that show it, for 64 clients.
[[nodiscard]] Report visible(const Settings& settings);
/// Opening and verifying a store.
[[nodiscard]] Report opening(const Settings& settings);
/// Receipts and proofs, beside the bare read of an event.
[[nodiscard]] Report proof(const Settings& settings);
/// Erasing a person among many, beside an append.
[[nodiscard]] Report erasure(const Settings& settings);
/// Backup and restore, beside a plain copy.
[[nodiscard]] Report backup(const Settings& settings);
/// The statistics of a jury, of every dossier there can be.
[[nodiscard]] Report certainty(const Settings& settings);
/// Who judges what, of every dossier there can be, beside a greedy distribution.
[[nodiscard]] Report assignment(const Settings& settings);
/// The result of every dossier there can be, beside its bare totals.
[[nodiscard]] Report result(const Settings& settings);
/// Checking one full dossier, record by record and as a whole.
[[nodiscard]] Report completeness(const Settings& settings);

}  // namespace bench
