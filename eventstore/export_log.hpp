#pragma once

#include <cstdint>
#include <functional>
#include <iosfwd>

#include "domain/core/result.hpp"
#include "eventstore/log_key.hpp"
#include "eventstore/merkle.hpp"

namespace eventstore {

class ExportReader;
class Storage;

/// What went out or came in.
struct Exported {
  merkle::TreeHead tree;
  std::uint64_t commands = 0;
  bool personal = false;  ///< whether any event that came in holds what is sealed under a key
};

/// Told now and then how far it has come: out, in positions; in, in bytes taken.
using ExportProgress = std::function<void(std::uint64_t done)>;

/// Writes the first `head` events and all commands up to there, under `key`, as export_format.hpp
/// has it. Errors: "store-damaged", "place-unavailable" where `out` fails.
[[nodiscard]] core::Result<Exported> export_log(const Storage& log, Position head,
                                                const LogKey& key, std::ostream& out,
                                                const ExportProgress& progress);

/// Writes what comes into an empty log of any engine; its indexes and its tree follow. What was
/// written before an error stays: the log is then to be thrown away. Errors: "export-invalid",
/// those of `Storage::write`.
[[nodiscard]] core::Result<Exported> import_log(ExportReader& in, Storage& log,
                                                const ExportProgress& progress);

}  // namespace eventstore
