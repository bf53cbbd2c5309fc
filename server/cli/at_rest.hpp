#pragma once

#include <filesystem>
#include <type_traits>
#include <utility>

#include "domain/core/result.hpp"
#include "eventstore/inspection.hpp"
#include "eventstore/rocksdb_store.hpp"
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

/// Runs `work` over the log in such a store, which takes no additions.
template <class Work>
auto over_log_at_rest(const std::filesystem::path& data, const Work& work) {
  using Made = std::invoke_result_t<Work, eventstore::Store&>;
  return over_store_at_rest(data, [&](const std::filesystem::path& store) -> Made {
    const auto log = eventstore::Inspection::open(store, eventstore::person_keys_in(data));
    if (!log) return core::fail(log.error());
    return work((*log)->store());
  });
}

}  // namespace server::cli
