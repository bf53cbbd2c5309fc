#include "eventstore/durable_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "eventstore/errors.hpp"

namespace eventstore {
namespace {

constexpr std::size_t at_once = std::size_t{1} << 16;

std::unexpected<core::Error> unusable(const std::filesystem::path& file) {
  return core::fail(
      store_unavailable(file.string() + ": " + std::generic_category().message(errno)));
}

bool write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = ::write(file, bytes.data(), bytes.size());
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

}  // namespace

FileHandle::~FileHandle() {
  if (is_open()) ::close(number_);
}

FileHandle::FileHandle(FileHandle&& other) noexcept : number_(std::exchange(other.number_, -1)) {}

FileHandle& FileHandle::operator=(FileHandle&& other) noexcept {
  std::swap(number_, other.number_);
  return *this;
}

core::Result<std::optional<std::string>> read_small_file(const std::filesystem::path& file,
                                                         std::size_t most) {
  const FileHandle handle(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!handle.is_open() && errno == ENOENT) return std::nullopt;
  if (!handle.is_open()) return unusable(file);
  std::string bytes;
  for (std::size_t size = 0; size <= most;) {
    bytes.resize(std::min(size + at_once, most + 1));
    const auto got = ::read(handle.number(), bytes.data() + size, bytes.size() - size);
    if (got < 0) return unusable(file);
    size += static_cast<std::size_t>(got);
    bytes.resize(size);
    if (got == 0) return bytes;
  }
  errno = EFBIG;
  return unusable(file);
}

core::Result<void> replace_file(const std::filesystem::path& file, std::string_view bytes) {
  auto draft = file;
  draft += ".new";
  {
    const FileHandle handle(
        ::open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (!handle.is_open() || !write_whole(handle.number(), bytes) || ::fsync(handle.number()) != 0)
      return unusable(draft);
  }
  if (::rename(draft.c_str(), file.c_str()) != 0) return unusable(file);
  return sync_folder(file.parent_path());
}

core::Result<void> destroy_file(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  const FileHandle handle(::open(file.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (error || !handle.is_open() || !write_whole(handle.number(), std::string(size, '\0')) ||
      ::fsync(handle.number()) != 0 || ::unlink(file.c_str()) != 0)
    return unusable(file);
  return {};
}

core::Result<void> sync_folder(const std::filesystem::path& folder) {
  const auto& name = folder.empty() ? std::filesystem::path(".") : folder;
  const FileHandle handle(::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!handle.is_open() || ::fsync(handle.number()) != 0) return unusable(name);
  return {};
}

}  // namespace eventstore
