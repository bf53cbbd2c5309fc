#include "eventstore/draft_folder.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

#include "eventstore/transfer_errors.hpp"

namespace eventstore {
namespace {

namespace fs = std::filesystem;

std::unexpected<core::Error> failed_at(const fs::path& place, int error) {
  return core::fail(place_unavailable(place, std::generic_category().message(error)));
}

/// Without the slash at its end, so that it has a name.
fs::path named(const fs::path& place) {
  const auto whole = fs::absolute(place).lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

/// Whether the name still leads to the folder that was opened: its owner may just have renamed it.
bool leads_to(const fs::path& path, int folder) {
  struct stat now{};
  struct stat held{};
  return ::stat(path.c_str(), &now) == 0 && ::fstat(folder, &held) == 0 &&
         now.st_ino == held.st_ino && now.st_dev == held.st_dev;
}

core::Result<void> sync_tree(const fs::path& folder) {
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_directory()) {
      if (auto synced = sync_tree(entry.path()); !synced) return synced;
      continue;
    }
    const FileHandle file(::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open() || ::fsync(file.number()) != 0) return failed_at(entry.path(), errno);
  }
  return sync_folder(folder);
}

}  // namespace

core::Result<std::unique_ptr<DraftFolder>> DraftFolder::beside(const fs::path& place) {
  const auto whole = named(place);
  std::error_code error;
  fs::create_directories(whole.parent_path(), error);
  if (error) return core::fail(place_unavailable(whole.parent_path(), error.message()));
  const auto path = whole.parent_path() / ("." + whole.filename().string() + ".draft");
  if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return failed_at(path, errno);
  FileHandle lock(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW));
  if (!lock.is_open()) return failed_at(path, errno);
  if (::flock(lock.number(), LOCK_EX | LOCK_NB) != 0 || !leads_to(path, lock.number()))
    return core::fail(place_in_use(whole));
  for (const auto& leftover : fs::directory_iterator(path, error))
    fs::remove_all(leftover.path(), error);
  if (error) return core::fail(place_unavailable(path, error.message()));
  return std::unique_ptr<DraftFolder>(new DraftFolder(whole, path, std::move(lock)));
}

DraftFolder::DraftFolder(fs::path place, fs::path path, FileHandle lock)
    : place_(std::move(place)), path_(std::move(path)), lock_(std::move(lock)) {}

DraftFolder::~DraftFolder() {
  std::error_code ignored;
  if (!settled_) fs::remove_all(path_, ignored);
}

core::Result<void> DraftFolder::take_place() {
  if (auto moved = move(0); !moved) return moved;
  settled_ = true;
  return {};
}

/// Exchanged in one step, so that one of the two is there at every instant.
core::Result<void> DraftFolder::replace() {
  std::error_code ignored;
  if (!fs::exists(place_, ignored)) return take_place();
  if (auto moved = move(RENAME_EXCHANGE); !moved) return moved;
  for (const auto& old : fs::directory_iterator(path_, ignored))
    if (auto destroyed = destroy_file(old.path()); !destroyed) return destroyed;
  return {};
}

core::Result<void> DraftFolder::move(unsigned flags) {
  if (auto synced = sync_tree(path_); !synced) return synced;
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, place_.c_str(), flags) != 0) {
    if (errno == ENOTEMPTY || errno == EEXIST || errno == ENOTDIR)
      return core::fail(place_not_empty(place_));
    return failed_at(place_, errno);
  }
  return sync_folder(place_.parent_path());
}

core::Result<void> ensure_free(const fs::path& place) {
  std::error_code error;
  if (!fs::exists(place, error)) return {};
  if (fs::is_directory(place, error) && fs::is_empty(place, error) && !error) return {};
  return core::fail(place_not_empty(place));
}

}  // namespace eventstore
