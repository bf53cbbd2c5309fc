#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace server {

/// Runs a program of the system by its name and waits for it: no shell, nothing on its input, its
/// output dropped. After `limit` it is ended (by coreutils' timeout). Answers its exit status; 127
/// where there is no such program.
[[nodiscard]] int run_program(const std::vector<std::string>& command, std::chrono::seconds limit);

}  // namespace server
