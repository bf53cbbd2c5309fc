#include "server/snapshots.hpp"

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <system_error>
#include <utility>

#include "eventstore/errors.hpp"

namespace server {
namespace {

using eventstore::FileHandle;
namespace fs = std::filesystem;

constexpr auto socket_name = "control";
constexpr auto snapshot_name = "snapshot";
constexpr std::chrono::milliseconds after_a_failure(50);

FileHandle new_socket() {
  return FileHandle(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
}

/// By way of the open folder, since an address holds 107 bytes and a path may be longer.
struct Address {
  FileHandle folder;
  sockaddr_un name{};

  explicit Address(const fs::path& data)
      : folder(::open(data.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC)) {
    const auto path = "/proc/self/fd/" + std::to_string(folder.number()) + '/' + socket_name;
    name.sun_family = AF_UNIX;
    path.copy(name.sun_path, sizeof name.sun_path - 1);
  }
  [[nodiscard]] const sockaddr* get() const { return reinterpret_cast<const sockaddr*>(&name); }
};

bool bind_and_listen(const FileHandle& listener, const fs::path& data) {
  constexpr int waiting = 4;
  const Address address(data);
  return ::fchmod(listener.number(), 0600) == 0 &&  // what bind makes has the socket's mode
         ::bind(listener.number(), address.get(), sizeof address.name) == 0 &&
         ::listen(listener.number(), waiting) == 0;
}

void say(int client, std::string line) {
  line += '\n';
  (void)::send(client, line.data(), line.size(), MSG_NOSIGNAL);
}

/// Until the other side hangs up, or this one is shut down.
std::string read_to_end(int connection, bool one_line) {
  std::string text;
  std::array<char, 256> bytes{};
  for (;;) {
    const auto size = ::recv(connection, bytes.data(), bytes.size(), 0);
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return text;
    if (text.size() < bytes.size()) text.append(bytes.data(), static_cast<std::size_t>(size));
    if (one_line && text.ends_with('\n')) return text;
  }
}

}  // namespace

core::Result<std::unique_ptr<SnapshotLender>> SnapshotLender::open(const fs::path& data,
                                                                   const eventstore::Store& store) {
  std::error_code ignored;
  fs::remove(data / socket_name, ignored);  // a killed program's: this one has the data directory
  auto listener = new_socket();
  if (!listener.is_open() || !bind_and_listen(listener, data)) {
    const auto cause = (data / socket_name).string() + ": " + std::strerror(errno);
    return core::fail(core::error_of(core::ErrorKind::Unavailable, "control-unavailable",
                                     "Não foi possível abrir " + cause, "Could not open " + cause));
  }
  return std::unique_ptr<SnapshotLender>(new SnapshotLender(data, store, std::move(listener)));
}

SnapshotLender::SnapshotLender(fs::path data, const eventstore::Store& store, FileHandle listener)
    : data_(std::move(data)), store_(store), listener_(std::move(listener)) {
  clear();
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

SnapshotLender::~SnapshotLender() {
  thread_.request_stop();
  ::shutdown(listener_.number(), SHUT_RDWR);
  thread_.join();
  std::error_code ignored;
  fs::remove(data_ / socket_name, ignored);
}

void SnapshotLender::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    const FileHandle client(::accept4(listener_.number(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!client.is_open()) {
      std::this_thread::sleep_for(after_a_failure);
      continue;
    }
    const std::stop_callback hang_up(stop, [&] { ::shutdown(client.number(), SHUT_RDWR); });
    lend(client.number());
    clear();
  }
}

void SnapshotLender::lend(int client) {
  try {
    const auto made = store_.snapshot(data_ / snapshot_name);
    say(client, made ? "ready" : made.error().code);
    if (made) (void)read_to_end(client, false);
  } catch (const eventstore::Damaged& damaged) {
    say(client, damaged.error().code);
  }
}

void SnapshotLender::clear() const {
  std::error_code ignored;
  fs::remove_all(data_ / snapshot_name, ignored);
}

core::Result<BorrowedSnapshot> BorrowedSnapshot::of(const fs::path& data) {
  const Address address(data);
  auto connection = new_socket();
  if (!connection.is_open() ||
      ::connect(connection.number(), address.get(), sizeof address.name) != 0)
    return core::fail(eventstore::store_in_use());
  const auto answer = read_to_end(connection.number(), true);
  if (answer != "ready\n")
    return core::fail(core::error_of(core::ErrorKind::Unavailable, "snapshot-refused",
                                     "O programa em serviço não pôde dar uma imagem: " + answer,
                                     "The serving program could not give a snapshot: " + answer));
  return BorrowedSnapshot(data / snapshot_name, std::move(connection));
}

BorrowedSnapshot::BorrowedSnapshot(fs::path folder, FileHandle connection)
    : folder_(std::move(folder)), connection_(std::move(connection)) {}

/// The lender hangs up when it has cleared up.
BorrowedSnapshot::~BorrowedSnapshot() {
  if (!connection_.is_open()) return;
  ::shutdown(connection_.number(), SHUT_WR);
  (void)read_to_end(connection_.number(), false);
}

}  // namespace server
