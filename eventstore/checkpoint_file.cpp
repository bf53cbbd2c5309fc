#include "eventstore/checkpoint_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "eventstore/checkpoint.hpp"
#include "eventstore/errors.hpp"

namespace eventstore {
namespace {

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
  const auto head = open_checkpoint(verifier, **note);
  if (!head) return core::fail(checkpoint_unreadable());
  return head;
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

/// In place and in one write, which no kill can tear: a note never gets shorter, since its size
/// only grows.
core::Result<void> CheckpointFile::keep(std::string_view note) {
  if (std::cmp_not_equal(::pwrite(file_.number(), note.data(), note.size(), 0), note.size()))
    return core::fail(store_read_only(errno == ENOSPC));
  return {};
}

}  // namespace eventstore
