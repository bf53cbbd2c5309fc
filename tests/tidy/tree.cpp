#include "tests/tidy/tree.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace tidy {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view not_ours[] = {".git", ".cache", "build", "data", "node_modules"};

bool is_ours(const fs::path& path) {
  return std::ranges::count(not_ours, path.filename().string()) == 0 && path.extension() != ".log";
}

bool is_text(std::string_view content) {
  return !content.contains('\0');
}

std::string path_from_root(const fs::path& path) {
  return path.lexically_relative(PROJECT_DIR).generic_string();
}

std::string content_of(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

template <class Visit>
void walk(Visit visit) {
  fs::recursive_directory_iterator entries(PROJECT_DIR);
  for (auto entry = begin(entries); entry != end(entries); ++entry) {
    if (is_ours(entry->path())) {
      visit(*entry);
    } else {
      entry.disable_recursion_pending();
    }
  }
}

}  // namespace

std::vector<File> read_project() {
  std::vector<File> files;
  walk([&](const fs::directory_entry& entry) {
    if (!entry.is_regular_file()) return;
    auto text = content_of(entry.path());
    if (is_text(text)) files.push_back({path_from_root(entry.path()), std::move(text)});
  });
  std::ranges::sort(files, {}, &File::path);
  return files;
}

std::vector<std::string> empty_folders() {
  std::vector<std::string> empty;
  walk([&](const fs::directory_entry& entry) {
    if (entry.is_directory() && fs::is_empty(entry)) empty.push_back(path_from_root(entry.path()));
  });
  return empty;
}

}  // namespace tidy
