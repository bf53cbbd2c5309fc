#include "eventstore/backup.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "eventstore/checkpoint.hpp"
#include "eventstore/checkpoint_file.hpp"
#include "eventstore/draft_folder.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/folder_lock.hpp"
#include "eventstore/rocksdb_prune.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "eventstore/store_copy.hpp"
#include "eventstore/transfer_errors.hpp"

namespace eventstore {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t digits = 6;

/// 000012 is 12; 0 is no backup's name.
std::uint64_t number_of(const fs::path& folder) {
  const auto name = folder.filename().string();
  const bool numbered = name.size() >= digits && name.size() < 19 &&
                        std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; });
  return numbered ? std::stoull(name) : 0;
}

fs::path named(std::uint64_t number) {
  const auto text = std::to_string(number);
  return std::string(digits - std::min(digits, text.size()), '0') + text;
}

/// 0 where there is none.
std::uint64_t newest_in(const fs::path& folder) {
  std::uint64_t newest = 0;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none))
    newest = std::max(newest, number_of(entry.path()));
  return newest;
}

/// Copying is the first half of the work, verifying the second.
struct Halves {
  const Progress& whole;
  std::uint64_t bytes;

  void copied(std::uint64_t done) const {
    if (whole) whole(done, 2 * bytes);
  }
  void verified(std::uint64_t done, std::uint64_t of) const {
    if (whole && of > 0)
      whole(bytes + static_cast<std::uint64_t>(static_cast<double>(bytes) *
                                               static_cast<double>(done) / static_cast<double>(of)),
            2 * bytes);
  }
};

/// Copies, and reads what was copied through.
core::Result<Backup> copy_and_verify(const fs::path& store, const fs::path& to,
                                     const std::optional<fs::path>& before,
                                     const Progress& progress) {
  const Halves halves{progress, size_of_store(store)};
  const auto bytes =
      copy_store_files(store, to, before, [&](auto done, auto) { halves.copied(done); });
  if (!bytes) return core::fail(bytes.error());
  if (auto left_out = forget_rows(to); !left_out) return core::fail(left_out.error());
  const auto verified = verify(to, [&](auto done, auto of) { halves.verified(done, of); });
  if (!verified) return core::fail(verified.error());
  if (verified->fault) return core::fail(verified->fault->error);
  tidy_up(to);
  return Backup{to, verified->tree, bytes->copied, bytes->shared};
}

/// What was signed while the store went on may end before what was copied.
core::Result<void> sign_all_of(const Backup& backup) {
  const auto key = LogKey::read(log_key_in(backup.folder));
  if (!key) return core::fail(key.error());
  if (!*key) return core::fail(checkpoint_unreadable());
  return CheckpointFile::put(backup.folder, sign_checkpoint(**key, backup.tree));
}

core::Result<void> replace_companions(const Companions& folders, const fs::path& to) {
  for (const auto& folder : folders)
    if (auto replaced = replace_folder(folder, to / folder.filename()); !replaced) return replaced;
  return {};
}

}  // namespace

core::Result<Backup> back_up(const fs::path& store, const fs::path& to,
                             const Companions& companions, const Progress& progress) {
  std::error_code error;
  if (!fs::is_directory(store / "events", error))
    return core::fail(store_unavailable(store.string()));
  const FolderLock lock(store);
  if (!lock.held()) return core::fail(store_in_use());
  const auto last = newest_in(to);
  const auto before = last > 0 ? std::optional(to / named(last)) : std::nullopt;
  const auto place = to / named(last + 1);
  const auto draft = DraftFolder::beside(place);
  if (!draft) return core::fail(draft.error());
  auto backup = copy_and_verify(store, (*draft)->path(), before, progress);
  if (!backup) return backup;
  if (auto kept = sign_all_of(*backup); !kept) return core::fail(kept.error());
  if (auto kept = replace_companions(companions, to); !kept) return core::fail(kept.error());
  if (auto placed = (*draft)->take_place(); !placed) return core::fail(placed.error());
  backup->folder = place;
  return backup;
}

core::Result<Backup> restore(const fs::path& from, const fs::path& place,
                             const Companions& companions, const Progress& progress) {
  std::error_code error;
  const bool one = fs::is_directory(from / "events", error);
  const auto newest = newest_in(from);
  if (!one && newest == 0) return core::fail(no_backup(from));
  const auto chosen = one ? fs::absolute(from).lexically_normal() : from / named(newest);
  if (auto empty = ensure_free(place); !empty) return core::fail(empty.error());
  const auto draft = DraftFolder::beside(place);
  if (!draft) return core::fail(draft.error());
  auto backup = copy_and_verify(chosen, (*draft)->path(), std::nullopt, progress);
  if (!backup) return backup;
  for (const auto& companion : companions) {
    const auto kept_in = (one ? chosen.parent_path() : from) / companion.filename();
    if (auto kept = replace_folder(kept_in, (*draft)->path() / companion.filename()); !kept)
      return core::fail(kept.error());
  }
  if (auto placed = (*draft)->take_place(); !placed) return core::fail(placed.error());
  backup->folder = place;
  return backup;
}

}  // namespace eventstore
