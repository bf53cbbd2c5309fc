#include "eventstore/key_folder.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>
#include <utility>

#include "eventstore/bytes.hpp"
#include "eventstore/durable_file.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/hash.hpp"
#include "eventstore/sealing.hpp"

namespace eventstore {
namespace {

constexpr std::string_view magic = "ASPK";
constexpr std::uint8_t format = 1;
constexpr std::size_t most_added = 256;                     ///< then a new generation takes them up
constexpr std::size_t largest_file = std::size_t{1} << 28;  ///< some two million persons

std::unexpected<core::Error> damaged(const std::filesystem::path& file) {
  return core::fail(damaged_store(file.string()));
}

/// N of "name.N"; nothing for any other file.
std::optional<std::uint64_t> generation_of(const std::string& file, std::string_view name) {
  std::uint64_t generation = 0;
  if (!file.starts_with(name) || file.size() <= name.size() + 1) return std::nullopt;
  const auto* begin = file.data() + name.size() + 1;
  const auto* end = file.data() + file.size();
  const auto [rest, error] = std::from_chars(begin, end, generation);
  if (file[name.size()] != '.' || error != std::errc() || rest != end) return std::nullopt;
  return generation;
}

core::Result<std::vector<std::string>> files_in(const std::filesystem::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error))
    names.push_back(entry->path().filename());
  if (error) return core::fail(store_unavailable(folder.string() + ": " + error.message()));
  return names;
}

}  // namespace

core::Result<KeyFolder> KeyFolder::open(std::filesystem::path folder, Entropy& entropy) {
  std::error_code error;
  if (std::filesystem::create_directories(folder, error))
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
  if (error) return core::fail(store_unavailable(folder.string() + ": " + error.message()));
  KeyFolder opened(std::move(folder), entropy);
  if (auto found = opened.find_generation(); !found) return core::fail(found.error());
  const auto ready = opened.generation_ == 0 ? opened.replace({}) : opened.load();
  if (!ready) return core::fail(ready.error());
  if (auto destroyed = opened.destroy_others(); !destroyed) return core::fail(destroyed.error());
  return opened;
}

/// A generation that ends while it is read is read no more: the next one is there.
core::Result<KeyRing> KeyFolder::look(const std::filesystem::path& folder, Entropy& entropy) {
  constexpr int most_attempts = 16;
  std::error_code ignored;
  if (!std::filesystem::is_directory(folder, ignored)) return KeyRing();
  for (int attempt = 1;; ++attempt) {
    KeyFolder seen(folder, entropy);
    auto ring = core::Result<KeyRing>();
    if (auto found = seen.find_generation(); !found) return core::fail(found.error());
    if (seen.generation_ == 0) return ring;
    if (auto loaded = seen.load(); !loaded) ring = core::fail(loaded.error());
    if (ring) ring = seen.read();
    KeyFolder again(folder, entropy);
    if (auto found = again.find_generation(); !found) return core::fail(found.error());
    if (again.generation_ == seen.generation_ || attempt == most_attempts) return ring;
  }
}

/// The newest one that counts, or 0.
core::Result<void> KeyFolder::find_generation() {
  const auto names = files_in(folder_);
  if (!names) return core::fail(names.error());
  for (const auto& name : *names)
    generation_ = std::max(generation_, generation_of(name, "keys").value_or(0));
  return {};
}

core::Result<void> KeyFolder::load() {
  const auto wrapping = read_small_file(file("wrapping-key", generation_), wrapping_.size());
  if (!wrapping) return core::fail(wrapping.error());
  if (!*wrapping || (*wrapping)->size() != wrapping_.size())
    return damaged(file("wrapping-key", generation_));
  (*wrapping)->copy(reinterpret_cast<char*>(wrapping_.data()), wrapping_.size());
  auto added = decode(file("added", generation_));
  if (!added) return core::fail(added.error());
  added_ = *std::move(added);
  return {};
}

core::Result<KeyRing> KeyFolder::read() const {
  auto ring = decode(file("keys", generation_));
  if (ring) ring->insert(added_.begin(), added_.end());
  return ring;
}

core::Result<void> KeyFolder::add(const KeyRing& added) {
  auto all_added = added_;
  all_added.insert(added.begin(), added.end());
  if (all_added.size() > most_added) {
    auto all = read();
    if (!all) return core::fail(all.error());
    all->insert(added.begin(), added.end());
    return replace(*all);
  }
  auto written = replace_file(file("added", generation_), encode(all_added));
  if (written) added_ = std::move(all_added);
  return written;
}

core::Result<void> KeyFolder::replace(const KeyRing& all) {
  const auto before = std::pair(generation_, wrapping_);
  ++generation_;
  entropy_->fill(wrapping_);
  auto written = replace_file(file("wrapping-key", generation_), view_of(wrapping_));
  if (written) written = replace_file(file("keys", generation_), encode(all));
  if (!written) {
    std::tie(generation_, wrapping_) = before;
    return written;
  }
  added_.clear();
  return destroy_others();
}

/// Whatever is not of this generation, drafts included.
core::Result<void> KeyFolder::destroy_others() const {
  const auto names = files_in(folder_);
  if (!names) return core::fail(names.error());
  for (const auto& name : *names) {
    const auto is = [&](const char* kind) { return generation_of(name, kind) == generation_; };
    if (is("wrapping-key") || is("keys") || is("added")) continue;
    if (auto destroyed = destroy_file(folder_ / name); !destroyed) return destroyed;
  }
  return sync_folder(folder_);
}

std::filesystem::path KeyFolder::file(const char* name, std::uint64_t generation) const {
  return folder_ / (std::string(name) + "." + std::to_string(generation));
}

std::string KeyFolder::encode(const KeyRing& ring) const {
  ByteWriter writer;
  writer.raw(magic).number(format).number(static_cast<std::uint32_t>(ring.size()));
  for (const auto& [person, key] : ring)
    writer.short_text(person).long_text(key ? seal(view_of(*key), wrapping_, person, *entropy_)
                                            : std::string());
  return writer.seal();
}

/// Empty where there is no such file.
core::Result<KeyRing> KeyFolder::decode(const std::filesystem::path& file) const {
  const auto bytes = read_small_file(file, largest_file);
  if (!bytes) return core::fail(bytes.error());
  KeyRing ring;
  if (!*bytes) return ring;
  ByteReader reader(unseal(**bytes));
  if (reader.raw(magic.size()) != magic || reader.number<std::uint8_t>() != format)
    return damaged(file);
  const auto count = reader.number<std::uint32_t>();
  for (std::uint32_t i = 0; i < count && !reader.failed(); ++i) {
    auto person = reader.short_text();
    const auto wrapped = reader.long_text();
    auto& key = ring[person];
    if (wrapped.empty()) continue;
    const auto bare = unseal(wrapped, wrapping_, person);
    if (!bare || bare->size() != key.emplace().size()) return damaged(file);
    bare->copy(reinterpret_cast<char*>(key->data()), key->size());
  }
  if (!reader.complete()) return damaged(file);
  return ring;
}

}  // namespace eventstore
