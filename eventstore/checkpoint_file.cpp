#include "eventstore/checkpoint_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string>
#include <system_error>

#include "eventstore/checkpoint.hpp"
#include "eventstore/errors.hpp"

namespace eventstore {
namespace {

constexpr std::size_t length = 1024;  // bytes of the file

std::filesystem::path file_in(const std::filesystem::path& folder) {
  return folder / "checkpoint";
}

}  // namespace

bool CheckpointFile::exists(const std::filesystem::path& folder) {
  std::error_code ignored;
  return std::filesystem::exists(file_in(folder), ignored);
}

core::Result<std::optional<merkle::TreeHead>> CheckpointFile::read(
    const std::filesystem::path& folder, const LogVerifier& verifier) {
  constexpr std::size_t longest = 4096;
  const auto note = read_small_file(file_in(folder), longest);
  if (!note) return core::fail(note.error());
  if (!*note) return std::nullopt;
  const auto end = (*note)->find_last_not_of('\0') + 1;
  const auto head = open_checkpoint(verifier, (*note)->substr(0, end));
  if (!head) return core::fail(checkpoint_unreadable());
  return head;
}

core::Result<void> CheckpointFile::put(const std::filesystem::path& folder, std::string_view note) {
  return replace_file(file_in(folder), note);
}

CheckpointFile::~CheckpointFile() {
  if (file_.is_open()) ::fdatasync(file_.number());
}

core::Result<void> CheckpointFile::open(const std::filesystem::path& folder) {
  const auto file = file_in(folder);
  file_ = FileHandle(::open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0640));
  if (!file_.is_open())
    return core::fail(store_unavailable(std::generic_category().message(errno)));
  return {};
}

/// In place and in one write, which no kill can tear. The file never changes its length, so that a
/// power loss leaves an earlier note or this one: zeros fill it up.
core::Result<void> CheckpointFile::keep(std::string_view note) {
  std::string block(note);
  block.resize(std::max(block.size(), length));
  if (std::cmp_not_equal(::pwrite(file_.number(), block.data(), block.size(), 0), block.size()))
    return core::fail(store_read_only(errno == ENOSPC));
  return {};
}

/// Its folder too, so that a power loss does not take the file away.
core::Result<void> CheckpointFile::sync(const std::filesystem::path& folder) {
  const FileHandle home(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!home.is_open() || ::fsync(file_.number()) != 0 || ::fsync(home.number()) != 0)
    return core::fail(store_unavailable(std::generic_category().message(errno)));
  return {};
}

}  // namespace eventstore
