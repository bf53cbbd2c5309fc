#pragma once

#include <gtest/gtest.h>

#include <cstdio>
#include <iostream>
#include <spanstream>
#include <string>
#include <vector>

#include "server/cli/cli.hpp"

namespace server_tests {

/// What a command answered and printed.
struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

/// `autarquia` with these arguments and `input` to read.
inline Ran run(const std::vector<std::string>& arguments, const std::string& input = "") {
  std::vector<const char*> argv = {"autarquia"};
  for (const auto& argument : arguments) argv.push_back(argument.c_str());
  std::ispanstream typed(input);
  auto* const keyboard = std::cin.rdbuf(typed.rdbuf());
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  Ran ran{server::cli::run(static_cast<int>(argv.size()), argv.data()), "", ""};
  std::fflush(stdout);
  ran.out = testing::internal::GetCapturedStdout();
  ran.err = testing::internal::GetCapturedStderr();
  std::cin.rdbuf(keyboard);
  return ran;
}

}  // namespace server_tests
