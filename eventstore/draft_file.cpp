#include "eventstore/draft_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "eventstore/durable_file.hpp"
#include "eventstore/transfer_errors.hpp"

namespace eventstore {

DraftFile::DraftFile(const std::filesystem::path& place)
    : place_(std::filesystem::absolute(place)),
      path_(place_.parent_path() / ("." + place_.filename().string() + ".draft")) {
  ::unlink(path_.c_str());
  const FileHandle made(
      ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (made.is_open()) stream_.open(path_, std::ios::binary | std::ios::trunc);
}

DraftFile::~DraftFile() {
  if (!path_.empty()) ::unlink(path_.c_str());
}

core::Result<void> DraftFile::take_place() {
  stream_.close();
  const FileHandle file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));
  if (!stream_ || !file.is_open() || ::fsync(file.number()) != 0 ||
      ::rename(path_.c_str(), place_.c_str()) != 0)
    return core::fail(place_unavailable(place_, std::generic_category().message(errno)));
  path_.clear();
  return sync_folder(place_.parent_path());
}

}  // namespace eventstore
