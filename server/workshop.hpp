#pragma once

#include <filesystem>
#include <string>

namespace server {

/// A folder for the work on one file, gone with all that is in it when the work is done.
class Workshop {
 public:
  explicit Workshop(std::filesystem::path folder) : folder_(std::move(folder)) {
    std::filesystem::create_directories(folder_, error_);
  }
  ~Workshop() { std::filesystem::remove_all(folder_, error_); }
  Workshop(const Workshop&) = delete;
  Workshop& operator=(const Workshop&) = delete;

  [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
    return folder_ / name;
  }

 private:
  std::filesystem::path folder_;
  std::error_code error_;
};

}  // namespace server
