#include "tests/eventstore/child.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <thread>

#include "domain/core/assert.hpp"
#include "eventstore/backup.hpp"
#include "eventstore/ports.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "tests/eventstore/breakable_disk.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

/// One write, so that lines of several threads do not mix.
void say(std::string line) {
  line += '\n';
  core::ensure(
      ::write(STDOUT_FILENO, line.data(), line.size()) == static_cast<ssize_t>(line.size()),
      "the parent listens");
}

/// Appends over one stream and over two; the last event says the command's name.
void append_for_ever(Store& store, const std::string& writer) {
  for (std::uint64_t i = 0;; ++i) {
    const bool several = i % 3 != 0;
    const auto id = (several ? "3-" : "1-") + writer + "-" + std::to_string(i);
    auto append = command(id, dossier(writer), {});
    if (several)
      append.events = {{dossier(writer), "noted", 1, "first of " + id},
                       {dossier(writer), "noted", 1, std::string(i % 3000, 'x')}};
    append.events.push_back({{several ? "edition" : "dossier", "2021"}, "counted", 1, id});
    core::ensure(store.append(append).has_value(), "an append is acknowledged");
    say(id);
  }
}

/// Row "seen" says what the checkpoint says.
void project_for_ever(Store& store) {
  const ModelName model{"count", 1};
  for (auto seen = store.view(model)->checkpoint();;) {
    if (!store.wait_past(seen, std::chrono::milliseconds(1000))) continue;
    seen = store.head();
    const std::vector<RowChange> rows{{"seen", std::to_string(seen)},
                                      {"row-" + std::to_string(seen), std::string(500, 'r')}};
    core::ensure(store.commit(model, seen, rows).has_value(), "rows are kept");
  }
}

int append_until_killed(const std::string& folder, bool synced) {
  SystemClock clock;
  SystemEntropy entropy;
  const auto disk = std::make_shared<BreakableDisk>();
  disk->lies = !synced;
  const auto env = rocksdb::NewCompositeEnv(disk);
  const auto store = open_rocksdb_store(folder, clock, entropy, env.get()).value();
  const auto life = "-" + std::to_string(store->head());
  std::vector<std::thread> threads;
  threads.emplace_back([&] { project_for_ever(*store); });
  for (const std::string writer : {"a", "b", "c", "d"})
    threads.emplace_back([&, writer] { append_for_ever(*store, writer + life); });
  for (auto& thread : threads) thread.join();
  return 0;
}

int open_once(const std::string& folder) {
  SystemClock clock;
  SystemEntropy entropy;
  const auto store = open_rocksdb_store(folder, clock, entropy);
  say(store ? "opened" : store.error().code);
  return store ? 0 : 1;
}

/// Comes as far as the given step, says so, and waits to be killed.
int back_up_in_part(const std::filesystem::path& folder, int last_step) {
  const auto step = [last_step, done = 0](auto, auto) mutable {
    if (++done < last_step) return;
    say("waiting");
    ::pause();
  };
  return back_up(folder / "data", folder / "backups", {}, step) ? 0 : 1;
}

}  // namespace

Child::Child(const std::vector<std::string>& role) {
  std::array<int, 2> ends{};
  core::ensure(::pipe2(ends.data(), O_CLOEXEC) == 0, "a pipe can be made");
  std::vector<std::string> words{"/proc/self/exe"};
  words.insert(words.end(), role.begin(), role.end());
  std::vector<char*> arguments;
  arguments.reserve(words.size() + 1);
  for (auto& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
  const int failed =
      ::posix_spawn(&process_, "/proc/self/exe", &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  pipe_ = ends[0];
  core::ensure(failed == 0, "a child can be started");
}

Child::~Child() {
  kill();
  ::close(pipe_);
}

void Child::kill() {
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  ::waitpid(process_, nullptr, 0);
  process_ = -1;
}

void Child::stop() {
  ::kill(process_, SIGSTOP);
  int status = 0;
  ::waitpid(process_, &status, WUNTRACED);
  core::ensure(WIFSTOPPED(status), "the child has stopped");
}

std::optional<std::string> Child::read_line() {
  for (;;) {
    if (const auto end = unread_.find('\n'); end != std::string::npos) {
      auto line = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return line;
    }
    std::array<char, 4096> buffer{};
    const auto size = ::read(pipe_, buffer.data(), buffer.size());
    if (size <= 0) return std::nullopt;
    unread_.append(buffer.data(), static_cast<std::size_t>(size));
  }
}

int play(const std::vector<std::string>& role) {
  core::ensure(role.size() >= 2, "a role and its folder");
  if (role[0] == "back-up") return back_up_in_part(role[1], std::stoi(role.at(2)));
  if (role[0] == "open") return open_once(role[1]);
  return append_until_killed(role[1], role[0] == "append");
}

}  // namespace eventstore::testing
