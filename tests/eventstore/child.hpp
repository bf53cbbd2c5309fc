#pragma once

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace eventstore::testing {

/// This program again, as a process of its own, in one of the roles of `play`.
class Child {
 public:
  explicit Child(const std::vector<std::string>& role);
  /// Kills it (SIGKILL) if it still runs.
  ~Child();
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  /// The next whole line that it wrote; nothing once it has ended.
  [[nodiscard]] std::optional<std::string> read_line();
  void kill();
  /// Returns when none of its threads runs any more, not even within a system call.
  void stop();

 private:
  pid_t process_ = -1;
  int pipe_ = -1;
  std::string unread_;
};

/// What a child does, told by its first argument; its exit code.
///     open FOLDER     opens the store and writes the error's code, or "opened"
///     append FOLDER   four writers and a read model, until it is killed; every command id is
///                     written when its append is acknowledged. It begins with the number of
///                     events: "1-…" or "3-…", which are over two streams
///     append-unsynced FOLDER   the same, on a disk that only pretends to sync
///     back-up FOLDER N   backs FOLDER/data up to FOLDER/backups, and waits at its Nth step
[[nodiscard]] int play(const std::vector<std::string>& role);

}  // namespace eventstore::testing
