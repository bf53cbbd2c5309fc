#pragma once

#include <string>
#include <vector>

#include "tests/tidy/rules.hpp"

namespace tidy {

/// Every text file of the project, in the order of their paths; not what is built, fetched or
/// kept as data.
std::vector<File> read_project();

/// Folders with nothing in them, by their paths.
std::vector<std::string> empty_folders();

}  // namespace tidy
