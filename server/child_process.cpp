#include "server/child_process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "domain/core/assert.hpp"

namespace server {
namespace {

constexpr int not_found = 127;

/// Standard input, output and error are nothing.
class Silence {
 public:
  Silence() {
    posix_spawn_file_actions_init(&actions_);
    for (const auto& [stream, mode] : {std::pair{0, O_RDONLY}, {1, O_WRONLY}, {2, O_WRONLY}})
      posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", mode, 0);
  }
  ~Silence() { posix_spawn_file_actions_destroy(&actions_); }
  Silence(const Silence&) = delete;
  Silence& operator=(const Silence&) = delete;

  [[nodiscard]] const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0)
    core::ensure(errno == EINTR, "a child can be waited for");
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

int run_program(const std::vector<std::string>& command, std::chrono::seconds limit) {
  std::vector<std::string> words = {"timeout", "--kill-after=1", std::to_string(limit.count())};
  words.insert(words.end(), command.begin(), command.end());
  std::vector<char*> arguments;
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::array<char, 24> path = {"PATH=/usr/bin:/bin"};
  std::array<char, 16> language = {"LC_ALL=C.UTF-8"};
  std::array<char*, 3> environment = {path.data(), language.data(), nullptr};
  const Silence silence;
  pid_t child = 0;
  const int error = ::posix_spawn(&child, "/usr/bin/timeout", silence.get(), nullptr,
                                  arguments.data(), environment.data());
  return error == 0 ? wait_for(child) : not_found;
}

}  // namespace server
