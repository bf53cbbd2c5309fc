#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>

#include "domain/core/result.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/key_folder.hpp"

namespace eventstore {

/// Persons with the position of the event that erased them.
using Erasures = std::map<std::string, Position, std::less<>>;

/// The keys under which the log seals what belongs to a person, one random key each. Once a key is
/// destroyed, nothing that was sealed under it can be read, and nothing more is sealed for that
/// person. One thread seals, keeps and erases; any number open meanwhile.
class PersonKeys {
 public:
  /// Keys kept in `folder`, those of `erased` destroyed. Errors: those of `KeyFolder`.
  [[nodiscard]] static core::Result<std::unique_ptr<PersonKeys>> open(
      const std::filesystem::path& folder, const Erasures& erased, Entropy& entropy);
  /// The keys in `folder`, which stays as it is; those of `erased` are not taken up.
  [[nodiscard]] static core::Result<std::unique_ptr<PersonKeys>> look(
      const std::filesystem::path& folder, const Erasures& erased, Entropy& entropy);
  /// Keys that are kept nowhere.
  explicit PersonKeys(Entropy& entropy) : entropy_(entropy) {}
  ~PersonKeys();
  PersonKeys(const PersonKeys&) = delete;
  PersonKeys& operator=(const PersonKeys&) = delete;

  /// Whether anything was ever sealed for this person.
  [[nodiscard]] bool knows(std::string_view person) const;
  /// Seals for the event with this id, under a new key where the person has none yet.
  [[nodiscard]] SealedValue seal(PersonalValue&& value, const EventId& event);
  /// Puts the plain words into the event, except those of the erased. Error: "store-damaged" where
  /// they are not what was sealed, or the key is missing.
  [[nodiscard]] core::Result<void> open(StoredEvent& event) const;

  /// New keys are on stable storage when it returns: before the events sealed under them are
  /// committed. Error: "store-unavailable".
  [[nodiscard]] core::Result<void> keep();
  /// Destroys keys, and those left under a new wrapping key. Error: "store-unavailable"; the next
  /// opening then finishes it.
  [[nodiscard]] core::Result<void> erase(const Erasures& erased);

  /// The last event that erased somebody whose key is destroyed; 0: none.
  [[nodiscard]] Position last_erasure() const { return last_erasure_; }

 private:
  [[nodiscard]] bool forget(const Erasures& erased);

  Entropy& entropy_;
  std::unique_ptr<KeyFolder> folder_;  ///< null: kept nowhere
  mutable std::shared_mutex mutex_;
  KeyRing ring_;
  KeyRing fresh_;  ///< not yet on stable storage
  std::atomic<Position> last_erasure_ = 0;
};

}  // namespace eventstore
