#pragma once

#include <filesystem>
#include <utility>

#include "domain/core/result.hpp"
#include "server/snapshots.hpp"

namespace server::cli {

/// Runs `work` over a data directory's closed store; while the directory is being served, over a
/// snapshot that the serving program lends.
template <class Work>
auto over_store_at_rest(const std::filesystem::path& data, const Work& work) {
  auto result = work(data);
  if (result || result.error().code != "store-in-use") return result;
  const auto snapshot = BorrowedSnapshot::of(data);
  if (!snapshot) return decltype(result)(core::fail(snapshot.error()));
  return work(snapshot->folder());
}

}  // namespace server::cli
