#pragma once

#include <cstdint>
#include <string>

namespace server::cli {

/// How far long work has come, in place on standard error; silent where that is no terminal.
class Progress {
 public:
  explicit Progress(std::string what);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void show(std::uint64_t part, std::uint64_t whole);

 private:
  std::string what_;
  bool terminal_;
  std::uint64_t shown_percent_ = 101;
};

}  // namespace server::cli
