#include "server/cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>

namespace server::cli {

Progress::Progress(std::string what) : what_(std::move(what)), terminal_(isatty(STDERR_FILENO)) {}

Progress::~Progress() {
  if (terminal_ && shown_percent_ <= 100) fmt::print(stderr, "\r\033[K");
}

void Progress::show(std::uint64_t part, std::uint64_t whole) {
  if (!terminal_ || whole == 0) return;
  const auto percent = 100 * part / whole;
  if (percent == shown_percent_) return;
  shown_percent_ = percent;
  fmt::print(stderr, "\r\033[K{} {} %", what_, percent);
  std::fflush(stderr);
}

}  // namespace server::cli
