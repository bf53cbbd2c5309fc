#include "eventstore/store_copy.hpp"

#include <algorithm>
#include <fstream>
#include <map>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "eventstore/draft_folder.hpp"
#include "eventstore/transfer_errors.hpp"

namespace eventstore {
namespace {

namespace fs = std::filesystem;

/// The engine's own journal and lock are no part of a store.
bool belongs(const fs::path& file) {
  const auto name = file.filename().string();
  return name != "LOCK" && !name.starts_with("LOG");
}

/// Relative to the store's folder.
std::vector<fs::path> files_of(const fs::path& store) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(store / "events"))
    if (entry.is_regular_file() && belongs(entry.path()))
      files.push_back("events" / entry.path().filename());
  for (const fs::path name : {"checkpoint", "log-key"})
    if (fs::exists(store / name)) files.push_back(name);
  std::ranges::sort(files);
  return files;
}

bool same_bytes(const fs::path& one, const fs::path& other) {
  std::error_code error;
  if (fs::file_size(one, error) != fs::file_size(other, error) || error) return false;
  constexpr std::size_t at_once = std::size_t{1} << 20;
  std::ifstream left(one, std::ios::binary);
  std::ifstream right(other, std::ios::binary);
  std::string these(at_once, '\0');
  std::string those(at_once, '\0');
  while (left && right) {
    left.read(these.data(), at_once);
    right.read(those.data(), at_once);
    if (left.gcount() != right.gcount() ||
        !std::equal(these.begin(), these.begin() + left.gcount(), those.begin()))
      return false;
  }
  return left.eof() && right.eof();
}

/// Only what is never written again may lie in two copies at once. The bytes are compared, not the
/// names: a store that was put back and went on uses a name again, and a disk may have lost some.
bool link_from(const fs::path& before, const fs::path& file, const fs::path& to) {
  std::error_code error;
  if (file.extension() != ".sst" || !same_bytes(before, file)) return false;
  fs::create_hard_link(before, to, error);
  return !error;
}

/// Tells one state of a folder from the next; nothing while it changes.
using FolderState = std::map<fs::path, std::pair<std::uintmax_t, fs::file_time_type>>;
std::optional<FolderState> state_of(const fs::path& folder) {
  FolderState state;
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    const auto size = fs::file_size(entry->path(), error);
    if (!error) state[entry->path()] = {size, fs::last_write_time(entry->path(), error)};
    if (error) break;
  }
  return error ? std::nullopt : std::optional(std::move(state));
}

}  // namespace

std::uint64_t size_of_store(const fs::path& store) {
  std::uint64_t size = 0;
  for (const auto& file : files_of(store)) size += fs::file_size(store / file);
  return size;
}

core::Result<Copied> copy_store_files(const fs::path& store, const fs::path& to,
                                      const std::optional<fs::path>& before,
                                      const Progress& progress) {
  const auto whole = size_of_store(store);
  Copied bytes;
  fs::create_directory(to / "events");
  for (const auto& name : files_of(store)) {
    const auto file = store / name;
    if (before && link_from(*before / name, file, to / name)) {
      bytes.shared += fs::file_size(file);
    } else {
      std::error_code error;
      fs::copy_file(file, to / name, error);
      if (error) return core::fail(place_unavailable(to / name, error.message()));
      bytes.copied += fs::file_size(to / name);
    }
    if (progress) progress(bytes.copied + bytes.shared, whole);
  }
  return bytes;
}

void tidy_up(const fs::path& store) {
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(store / "events"))
    if (!belongs(entry.path())) fs::remove(entry.path(), ignored);
}

/// Copied again when it changed meanwhile: its files belong together, and another process may be
/// adding some and removing others.
core::Result<void> replace_folder(const fs::path& from, const fs::path& to) {
  constexpr int most_tries = 100;
  std::error_code error;
  if (!fs::is_directory(from, error)) return {};
  for (int tries = 0; tries < most_tries; ++tries) {
    const auto draft = DraftFolder::beside(to);
    if (!draft) return core::fail(draft.error());
    const auto before = state_of(from);
    fs::copy(from, (*draft)->path(), fs::copy_options::recursive, error);
    if (!error && before && state_of(from) == before) return (*draft)->replace();
  }
  return core::fail(place_unavailable(from, error ? error.message() : "it changes all the time"));
}

}  // namespace eventstore
