#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace bench {

/// Where one event among those of many writers goes. A stream of a writer takes a hundred events.
struct Turn {
  static constexpr std::uint64_t stream_length = 100;

  std::size_t writer = 0;
  std::uint64_t number = 0;  ///< of the writer's events, from 0 on

  [[nodiscard]] std::string stream() const;   ///< "7-12": the writer, and which of its streams
  [[nodiscard]] std::string command() const;  ///< "command-7-1204"
  [[nodiscard]] std::uint64_t version() const { return number % stream_length; }
};

/// Takes one event and returns when it is on stable storage. Each writer calls from a thread of
/// its own.
class DurableLog {
 public:
  virtual ~DurableLog() = default;
  virtual void write(const Turn& turn, const std::string& payload) = 0;
};

/// Bytes of every payload.
inline constexpr std::size_t payload_size = 512;

/// As many threads as there are writers, each writing one event after the other.
class Writers {
 public:
  explicit Writers(DurableLog& log) : log_(log) {}

  /// Events in a second, all writers together.
  [[nodiscard]] double rate(std::size_t writers, std::chrono::duration<double> time);
  void write(std::size_t writers, std::uint64_t events_each);

 private:
  DurableLog& log_;
  std::uint64_t next_ = 0;  ///< numbers below are taken, by every writer
};

}  // namespace bench
