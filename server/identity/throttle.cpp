#include "server/identity/throttle.hpp"

#include <arpa/inet.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

namespace identity {
namespace {

using Duration = std::chrono::milliseconds;

/// What one subscriber holds: the first 64 bits of an IPv6 address, else the address.
std::string network_of(std::string_view remote) {
  constexpr std::size_t prefix = 8;
  std::array<char, 16> address{};
  if (inet_pton(AF_INET6, std::string(remote).c_str(), address.data()) != 1)
    return std::string(remote);
  return {address.data(), prefix};
}

std::size_t key_of(std::string_view kind, std::string_view name) {
  return std::hash<std::string>()(std::string(kind) + ":" + std::string(name));
}

core::Error too_many(Duration wait) {
  const auto minutes = std::chrono::ceil<std::chrono::minutes>(wait).count();
  auto error =
      core::error_of(core::ErrorKind::TooMany, "too-many-attempts",
                     fmt::format("Demasiadas tentativas. Tente de novo dentro de {} min.", minutes),
                     fmt::format("Too many attempts. Try again in {} min.", minutes));
  error.retry_after = std::chrono::ceil<std::chrono::seconds>(wait);
  return error;
}

}  // namespace

core::Result<void> Throttle::admit(std::string_view account, std::string_view remote,
                                   core::Instant instant) {
  const auto now = instant.time();
  const auto by_account = key_of("account", account);
  const auto by_remote = key_of("remote", network_of(remote));
  const std::scoped_lock lock(mutex_);
  const auto account_next = free_at(by_account, now) + rules_.window / rules_.attempts_per_account;
  const auto remote_next = free_at(by_remote, now) + rules_.window / rules_.attempts_per_remote;
  const auto excess = std::max(account_next, remote_next) - (now + rules_.window);
  if (excess > Duration::zero()) return core::fail(too_many(excess));
  remember(by_account, account_next, now);
  remember(by_remote, remote_next, now);
  return {};
}

void Throttle::succeeded(std::string_view account) {
  const std::scoped_lock lock(mutex_);
  free_at_.erase(key_of("account", account));
}

std::size_t Throttle::size() const {
  const std::scoped_lock lock(mutex_);
  return free_at_.size();
}

Throttle::Time Throttle::free_at(Key key, Time now) const {
  const auto found = free_at_.find(key);
  return found == free_at_.end() ? now : std::max(found->second, now);
}

/// Makes room by forgetting what is over, and then whoever tried least.
void Throttle::remember(Key key, Time free_at, Time now) {
  if (free_at_.size() >= rules_.remembered && !free_at_.contains(key)) {
    std::erase_if(free_at_, [now](const auto& entry) { return entry.second <= now; });
    if (free_at_.size() >= rules_.remembered)
      free_at_.erase(
          std::ranges::min_element(free_at_, {}, [](const auto& entry) { return entry.second; }));
  }
  free_at_[key] = free_at;
}

}  // namespace identity
