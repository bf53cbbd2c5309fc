#include "tests/bench/writers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>
#include <vector>

#include "tests/bench/measure.hpp"

namespace bench {
namespace {

/// JSON, since one of the peers wants it, of letters that do not compress to nothing.
std::vector<std::string> make_payloads() {
  constexpr std::size_t count = 64;
  constexpr std::string_view begin = R"({"text":")";
  constexpr std::string_view end = R"("})";
  std::mt19937 random(1);
  std::vector<std::string> payloads;
  for (std::size_t i = 0; i < count; ++i) {
    std::string payload(begin);
    while (payload.size() < payload_size - end.size())
      payload += static_cast<char>('a' + static_cast<char>(random() % 26));
    payloads.push_back(payload.append(end));
  }
  return payloads;
}

const std::string& payload_of(std::uint64_t number) {
  static const auto payloads = make_payloads();
  return payloads[number % payloads.size()];
}

}  // namespace

std::string Turn::stream() const {
  return fmt::format("{}-{}", writer, number / stream_length);
}

std::string Turn::command() const {
  return fmt::format("command-{}-{}", writer, number);
}

double Writers::rate(std::size_t writers, std::chrono::duration<double> time) {
  std::vector<std::uint64_t> reached(writers, next_);
  const Stopwatch watch;
  {
    std::vector<std::jthread> threads;
    for (std::size_t writer = 0; writer < writers; ++writer)
      threads.emplace_back([&, writer] {
        auto number = next_;
        for (; watch.seconds() < time.count(); ++number)
          log_.write({writer, number}, payload_of(number));
        reached[writer] = number;
      });
  }
  const double seconds = watch.seconds();
  std::uint64_t events = 0;
  for (const auto number : reached) events += number - next_;
  next_ = std::ranges::max(reached);
  next_ += Turn::stream_length - next_ % Turn::stream_length;  // whoever lagged begins a stream too
  return static_cast<double>(events) / seconds;
}

void Writers::write(std::size_t writers, std::uint64_t events_each) {
  std::vector<std::jthread> threads;
  for (std::size_t writer = 0; writer < writers; ++writer)
    threads.emplace_back([&, writer] {
      for (auto number = next_; number < next_ + events_each; ++number)
        log_.write({writer, number}, payload_of(number));
    });
  threads.clear();
  next_ += events_each;
}

}  // namespace bench
