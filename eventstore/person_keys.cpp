#include "eventstore/person_keys.hpp"

#include <sodium.h>

#include <algorithm>
#include <mutex>
#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/hash.hpp"
#include "eventstore/sealing.hpp"

namespace eventstore {
namespace {

void destroy(std::optional<PersonKey>& key) {
  if (key) sodium_memzero(key->data(), key->size());
  key.reset();
}

/// What a value is bound to: it cannot pass for another's, or stand in another place.
std::string context_of(const EventId& event, std::string_view path) {
  return std::string(view_of(event)) + std::string(path);
}

}  // namespace

core::Result<std::unique_ptr<PersonKeys>> PersonKeys::open(const std::filesystem::path& folder,
                                                           const Erasures& erased,
                                                           Entropy& entropy) {
  auto opened = KeyFolder::open(folder, entropy);
  if (!opened) return core::fail(opened.error());
  auto ring = opened->read();
  if (!ring) return core::fail(ring.error());
  auto keys = std::make_unique<PersonKeys>(entropy);
  keys->folder_ = std::make_unique<KeyFolder>(*std::move(opened));
  keys->ring_ = *std::move(ring);
  if (auto done = keys->erase(erased); !done) return core::fail(done.error());
  return keys;
}

core::Result<std::unique_ptr<PersonKeys>> PersonKeys::look(const std::filesystem::path& folder,
                                                           const Erasures& erased,
                                                           Entropy& entropy) {
  auto ring = KeyFolder::look(folder, entropy);
  if (!ring) return core::fail(ring.error());
  auto keys = std::make_unique<PersonKeys>(entropy);
  keys->ring_ = *std::move(ring);
  if (auto done = keys->erase(erased); !done) return core::fail(done.error());
  return keys;
}

PersonKeys::~PersonKeys() {
  for (auto& [person, key] : ring_) destroy(key);
}

bool PersonKeys::knows(std::string_view person) const {
  const std::shared_lock lock(mutex_);
  return ring_.contains(person);
}

SealedValue PersonKeys::seal(PersonalValue&& value, const EventId& event) {
  const std::unique_lock lock(mutex_);
  const auto [found, is_new] = ring_.try_emplace(value.person);
  auto& key = found->second;
  if (is_new) {
    entropy_.fill(key.emplace());
    fresh_.insert(*found);
  }
  auto sealed =
      key ? eventstore::seal(value.plain, *key, context_of(event, value.path), entropy_) : "";
  return {std::move(value.person), std::move(value.path), std::move(sealed)};
}

core::Result<void> PersonKeys::open(StoredEvent& event) const {
  const std::shared_lock lock(mutex_);
  for (auto& [person, path, sealed, plain] : event.personal) {
    if (sealed.empty()) continue;
    const auto found = ring_.find(person);
    if (found != ring_.end() && !found->second) continue;
    if (found != ring_.end()) plain = unseal(sealed, *found->second, context_of(event.id, path));
    if (!plain)
      return core::fail(damaged_at(event.position, "a chave de " + person + " falta ou é outra.",
                                   "the key of " + person + " is missing or another."));
  }
  return {};
}

core::Result<void> PersonKeys::keep() {
  if (fresh_.empty()) return {};
  if (folder_)
    if (auto added = folder_->add(fresh_); !added) return added;
  for (auto& [person, key] : fresh_) destroy(key);
  fresh_.clear();
  return {};
}

core::Result<void> PersonKeys::erase(const Erasures& erased) {
  const bool any = forget(erased);
  if (any && folder_)
    if (auto replaced = folder_->replace(ring_); !replaced) return replaced;
  for (const auto& [person, position] : erased)
    last_erasure_ = std::max(last_erasure_.load(), position);
  return {};
}

/// Whether there was any key, or any person unheard of, among them.
bool PersonKeys::forget(const Erasures& erased) {
  const std::unique_lock lock(mutex_);
  bool any = false;
  for (const auto& [person, position] : erased) {
    const auto [found, unheard_of] = ring_.try_emplace(person);
    any = any || unheard_of || found->second.has_value();
    destroy(found->second);
  }
  return any;
}

}  // namespace eventstore
