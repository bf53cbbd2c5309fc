#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "domain/core/result.hpp"
#include "eventstore/hash.hpp"
#include "eventstore/log_key.hpp"
#include "eventstore/storage.hpp"

namespace eventstore {

/// A whole log as one stream of bytes that no engine has a part in (notation of envelope.hpp):
///
///     export   = magic format key *event *command end
///     magic    = "ASEX"
///     format   = u8              ; 1
///     key      = text            ; the log's public key, as LogVerifier::text
///     event    = "E" envelope    ; u32 bytes; positions 1, 2, 3, …
///     command  = "C" command-id record
///     command-id = text          ; in ascending order of their bytes
///     record   = u32 bytes       ; as command_record.hpp has it
///     end      = "Z" checkpoint seal
///     checkpoint = u32 bytes     ; signed tree head over all the events
///     seal     = u32 bytes       ; signed note: "eventstore/export/1" LF digest LF
///     digest   = base64(SHA-256(everything before the seal's length))
///
/// Nothing follows. Of the same log at the same position every export is the same, since Ed25519 is
/// deterministic; and no byte of one can be changed without the log's key.
class ExportWriter {
 public:
  ExportWriter(std::ostream& out, const LogKey& key);

  void event(std::string_view envelope);
  void command(const KnownCommand& command);
  void end(const merkle::TreeHead& tree);

 private:
  void put(const std::string& bytes);

  std::ostream& out_;
  const LogKey& key_;
  Sha256 hash_;
};

/// The end of an export: what its checkpoint signed.
struct ExportEnd {
  merkle::TreeHead tree;
};

/// Takes an export apart, as far as one item can tell whether it is in order. It believes no length
/// over its limit, and holds one item in memory.
class ExportReader {
 public:
  using Item = std::variant<Entry, KnownCommand, ExportEnd>;

  /// Reads the head. `key`: whose export it must be; without it, the key that it names. Error:
  /// "export-invalid".
  [[nodiscard]] static core::Result<ExportReader> open(std::istream& in,
                                                       const std::optional<LogVerifier>& key);

  /// The next item; ExportEnd once and last. Error: "export-invalid".
  [[nodiscard]] core::Result<Item> next();

  [[nodiscard]] const LogVerifier& key() const { return key_; }
  /// Bytes taken so far.
  [[nodiscard]] std::uint64_t taken() const { return taken_; }

 private:
  ExportReader(std::istream& in, LogVerifier key, const std::string& head);
  [[nodiscard]] core::Result<Item> read_event();
  [[nodiscard]] core::Result<Item> read_command();
  [[nodiscard]] core::Result<Item> read_end();
  [[nodiscard]] std::optional<std::string> take(std::size_t size);
  [[nodiscard]] std::optional<std::string> take_text();
  [[nodiscard]] std::optional<std::string> take_bytes(std::size_t most);
  [[nodiscard]] std::unexpected<core::Error> refuse(std::string_view pt, std::string_view en) const;

  std::istream* in_;
  LogVerifier key_;
  Sha256 hash_;
  std::uint64_t taken_ = 0;
  Position position_ = 0;               ///< of the last event
  std::optional<std::string> command_;  ///< the last id
};

}  // namespace eventstore
