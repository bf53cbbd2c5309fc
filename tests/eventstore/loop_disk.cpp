#include "tests/eventstore/loop_disk.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdint>
#include <fstream>
#include <vector>

#include "domain/core/assert.hpp"

namespace eventstore::testing {
namespace {

constexpr std::uintmax_t size = std::uintmax_t{1} << 30;  // most of it is never written

/// Whether a program of the machine's did what it was asked to.
bool run(std::vector<std::string> words) {
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  pid_t process = -1;
  if (::posix_spawnp(&process, arguments[0], nullptr, nullptr, arguments.data(), environ) != 0)
    return false;
  int status = 0;
  return ::waitpid(process, &status, 0) == process && status == 0;
}

bool make(const std::filesystem::path& home) {
  std::filesystem::create_directory(home / "disk");
  std::ofstream(home / "image").put('\0');
  std::filesystem::resize_file(home / "image", size);
  return run({"mkfs.ext4", "-q", "-F", (home / "image").string()});
}

bool mount(const std::filesystem::path& home) {
  return run({"mount", "-o", "loop", (home / "image").string(), (home / "disk").string()});
}

void unmount(const std::filesystem::path& home) {
  ::umount((home / "disk").c_str());
}

}  // namespace

std::optional<std::string> LoopDisk::refusal() {
  if (::geteuid() != 0) return "needs root, to mount a file as a disk";
  const TemporaryFolder home;
  if (!make(home.path())) return "needs mkfs.ext4 (e2fsprogs)";
  if (!mount(home.path())) return "this machine lets nobody mount a file as a disk";
  unmount(home.path());
  return std::nullopt;
}

LoopDisk::LoopDisk() {
  core::ensure(make(home_.path()) && mount(home_.path()), "a disk can be mounted");
}

LoopDisk::~LoopDisk() {
  ::umount2(path().c_str(), MNT_DETACH);  // whoever still has a file open on it
}

void LoopDisk::cut_power() {
  const auto shutdown = _IOR('X', 125, std::uint32_t);
  std::uint32_t without_log_flush = 2;
  const int folder = ::open(path().c_str(), O_RDONLY | O_CLOEXEC);
  const int failed = ::ioctl(folder, shutdown, &without_log_flush);
  ::close(folder);
  core::ensure(failed == 0, "the power can be cut");
}

void LoopDisk::power_on() {
  unmount(home_.path());
  core::ensure(mount(home_.path()), "the disk can be mounted again");
}

}  // namespace eventstore::testing
