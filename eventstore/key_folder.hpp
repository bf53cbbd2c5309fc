#pragma once

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "domain/core/result.hpp"
#include "eventstore/ports.hpp"

namespace eventstore {

using PersonKey = std::array<unsigned char, 32>;

/// A key for each person; nothing where it was destroyed.
using KeyRing = std::map<std::string, std::optional<PersonKey>, std::less<>>;

/// Persons' keys on disk, each wrapped under a wrapping key that has a file of its own. A
/// generation N is three files:
///
///     wrapping-key.N   32 random octets
///     keys.N           the keys that there were when it began
///     added.N          those that came since, if any did
///
///     keys, added = "ASPK" 01 count (u32), then person (text) wrapped (bytes) for each, crc
///     wrapped     = nonce (24 octets), XChaCha20-Poly1305 of the key (48 octets) with the person
///                   as additional data; empty where the key was destroyed
///
/// (notation of envelope.hpp). To destroy keys, the others begin a new generation under a new
/// wrapping key; then the old files are overwritten and removed. It is keys.N+1 that makes the new
/// generation count, so that after a crash at any instant the next opening finds one whole
/// generation and destroys what is of no other.
class KeyFolder {
 public:
  /// Makes the folder if there is none. Errors: "store-unavailable", "store-damaged".
  [[nodiscard]] static core::Result<KeyFolder> open(std::filesystem::path folder, Entropy& entropy);

  /// The keys that lie in `folder`, of which nothing is changed, while another process may change
  /// it; none where there is no folder. Errors: as `open`.
  [[nodiscard]] static core::Result<KeyRing> look(const std::filesystem::path& folder,
                                                  Entropy& entropy);

  /// The keys as they lie on disk. Error: "store-damaged".
  [[nodiscard]] core::Result<KeyRing> read() const;
  /// Adds keys; on stable storage when it returns. Error: "store-unavailable".
  [[nodiscard]] core::Result<void> add(const KeyRing& added);
  /// Keeps these and no others, under a new wrapping key; of the others nothing is left. Error:
  /// "store-unavailable".
  [[nodiscard]] core::Result<void> replace(const KeyRing& all);

 private:
  KeyFolder(std::filesystem::path folder, Entropy& entropy)
      : folder_(std::move(folder)), entropy_(&entropy) {}

  [[nodiscard]] std::filesystem::path file(const char* name, std::uint64_t generation) const;
  [[nodiscard]] core::Result<void> find_generation();
  [[nodiscard]] core::Result<void> load();
  [[nodiscard]] core::Result<void> destroy_others() const;
  [[nodiscard]] std::string encode(const KeyRing& ring) const;
  [[nodiscard]] core::Result<KeyRing> decode(const std::filesystem::path& file) const;

  std::filesystem::path folder_;
  Entropy* entropy_;
  std::uint64_t generation_ = 0;
  PersonKey wrapping_{};
  KeyRing added_;  ///< in this generation, since it began
};

}  // namespace eventstore
