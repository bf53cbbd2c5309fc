#include "server/attachments/content.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <optional>

#include "eventstore/durable_file.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/hash.hpp"

namespace server::attachments {
namespace {

namespace fs = std::filesystem;
using core::fail;

constexpr std::size_t largest = std::size_t{64} << 20;

std::unexpected<core::Error> unusable(const fs::path& file) {
  return fail(eventstore::store_unavailable(file.string()));
}

core::Error missing() {
  return core::error_of(core::ErrorKind::NotFound, "attachment-missing",
                        "O ficheiro deste anexo falta ou está danificado.",
                        "The file of this attachment is missing or damaged.");
}

bool sync_file(const fs::path& file) {
  const eventstore::FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  return handle.is_open() && ::fsync(handle.number()) == 0;
}

}  // namespace

core::Result<std::string> sha256_of_file(const fs::path& file) {
  const eventstore::FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!handle.is_open()) return unusable(file);
  eventstore::Sha256 hash;
  std::array<char, std::size_t{1} << 16> piece{};
  for (;;) {
    const auto got = ::read(handle.number(), piece.data(), piece.size());
    if (got < 0) return unusable(file);
    if (got == 0) return eventstore::to_hex(eventstore::view_of(hash.finish()));
    hash.add({piece.data(), static_cast<std::size_t>(got)});
  }
}

core::Result<std::string> Content::keep(const fs::path& file) {
  auto name = sha256_of_file(file);
  if (!name) return name;
  const auto draft = folder_ / (*name + "." + std::to_string(++drafts_) + ".new");
  std::error_code error;
  fs::create_directories(folder_, error);
  fs::copy_file(file, draft, fs::copy_options::overwrite_existing, error);
  if (error || !sync_file(draft)) return unusable(draft);
  fs::rename(draft, folder_ / *name, error);
  if (error) return unusable(folder_ / *name);
  if (auto synced = eventstore::sync_folder(folder_); !synced) return fail(synced.error());
  return name;
}

core::Result<std::string> Content::read(const std::string& sha256) const {
  auto bytes = eventstore::read_small_file(folder_ / sha256, largest);
  if (!bytes) return fail(bytes.error());
  const bool whole =
      *bytes && eventstore::to_hex(eventstore::view_of(eventstore::sha256({**bytes}))) == sha256;
  if (!whole) return fail(missing());
  return **std::move(bytes);
}

std::size_t Content::collect(const std::set<std::string>& named) {
  constexpr auto patience = std::chrono::hours(24);
  const auto oldest = fs::file_time_type::clock::now() - patience;
  std::size_t removed = 0;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    const auto taken_in = entry.last_write_time(error);
    if (error || taken_in >= oldest || named.contains(entry.path().filename().string())) continue;
    removed += fs::remove(entry.path(), error) ? 1 : 0;
  }
  return removed;
}

}  // namespace server::attachments
