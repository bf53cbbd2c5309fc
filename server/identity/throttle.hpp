#pragma once

#include <chrono>
#include <cstddef>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "domain/core/dates.hpp"
#include "domain/core/result.hpp"

namespace identity {

struct ThrottleRules {
  int attempts_per_account = 10;  ///< within `window`, at once or spread out
  int attempts_per_remote = 100;  ///< a town hall comes from one address
  std::chrono::milliseconds window = std::chrono::minutes(15);
  std::size_t remembered = 10'000;  ///< accounts and addresses, at most
};

/// Bounds attempts to sign in, for each account and for each address that they come from.
/// In memory only, of bounded size; safe from any thread.
class Throttle {
 public:
  explicit Throttle(ThrottleRules rules = {}) : rules_(rules) {}

  /// Counts one attempt, before the password is looked at. `account` is the name as typed, in one
  /// spelling; an IPv6 `remote` counts with its whole /64. Error: "too-many-attempts" (TooMany),
  /// with the time to wait; refused attempts do not prolong it.
  [[nodiscard]] core::Result<void> admit(std::string_view account, std::string_view remote,
                                         core::Instant now);

  /// The right password was given: the account starts afresh, the address does not.
  void succeeded(std::string_view account);

  /// Accounts and addresses that it remembers.
  [[nodiscard]] std::size_t size() const;

 private:
  using Key = std::size_t;  // hashes: of one size, whatever is typed
  using Time = core::Instant::Time;

  [[nodiscard]] Time free_at(Key key, Time now) const;
  void remember(Key key, Time free_at, Time now);

  ThrottleRules rules_;
  mutable std::mutex mutex_;
  /// When the last counted attempt will be forgotten. Every attempt moves it on by a share of the
  /// window: the generic cell rate algorithm (ITU-T I.371), one moment for each key.
  std::unordered_map<Key, Time> free_at_;
};

}  // namespace identity
