#pragma once

#include <array>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/result.hpp"
#include "eventstore/ports.hpp"

namespace eventstore {

/// The public half of a log's key: verifies its signed notes (C2SP signed-note, Ed25519).
class LogVerifier {
 public:
  /// From the text that `text` writes: name "+" key-id "+" base64(0x01 || public key), the key id
  /// in hexadecimal. Error: "log-key-invalid" on `field`.
  [[nodiscard]] static core::Result<LogVerifier> parse(std::string_view text,
                                                       const std::string& field);
  LogVerifier(std::string name, const std::array<unsigned char, 32>& key);

  [[nodiscard]] std::string text() const;
  [[nodiscard]] const std::string& name() const { return name_; }
  /// The note's text, its closing line feed included; nothing unless this key's signature is the
  /// only one, is good, and every byte stands as the key would have written it.
  [[nodiscard]] std::optional<std::string> open_note(std::string_view note) const;

 private:
  friend class LogKey;
  [[nodiscard]] std::string key_id() const;

  std::string name_;
  std::array<unsigned char, 32> key_;
};

/// The key that signs a log's checkpoints. Its secret half is never for a log or an answer.
class LogKey {
 public:
  /// The key in `file`; nothing if there is no such file. Errors: as `open`.
  [[nodiscard]] static core::Result<std::optional<LogKey>> read(const std::filesystem::path& file);
  /// The key in `file`; a new one, mode 0600, named `origin`/ and eight random hexadecimal digits,
  /// if there is no such file. Errors: "log-key-invalid", "store-unavailable".
  [[nodiscard]] static core::Result<LogKey> open(const std::filesystem::path& file,
                                                 std::string_view origin, Entropy& entropy);
  /// A key that is kept nowhere.
  [[nodiscard]] static LogKey make(std::string_view origin, Entropy& entropy);

  [[nodiscard]] const LogVerifier& verifier() const { return verifier_; }
  /// The text, a blank line, and one signature line.
  [[nodiscard]] std::string sign_note(std::string_view text) const;

 private:
  using Seed = std::array<unsigned char, 32>;
  LogKey(std::string name, const Seed& seed);

  Seed seed_;
  LogVerifier verifier_;
};

}  // namespace eventstore
