#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "eventstore/rocksdb_store.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {

/// Stores side by side in one folder: "data" is the one that others are made of.
class StoresTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::filesystem::path at(const std::string& name) const {
    return folder_.path() / name;
  }
  [[nodiscard]] std::unique_ptr<Store> open(const std::string& name) {
    return open_rocksdb_store(at(name), clock_, entropy_).value();
  }

  /// `commands` appends of three events over two streams, and a command without events.
  static void fill(Store& store, const std::string& prefix, int commands) {
    for (int i = 0; i < commands; ++i) {
      const auto id = prefix + std::to_string(i);
      auto append = command(id, dossier(prefix), {id + "-1", id + "-2"});
      append.events.push_back({{"edition", "2021"}, "counted", 1, id + "-3"});
      ASSERT_TRUE(store.append(append));
    }
    ASSERT_TRUE(store.append(command(prefix + "-empty", dossier(prefix), {})));
    ASSERT_TRUE(store.commit({"results", 1}, store.head(),
                             std::vector<RowChange>{{prefix, std::to_string(store.head())}}));
  }

  /// All that can be asked of it, as text.
  static std::string answers_of(Store& store, const std::vector<std::string>& prefixes) {
    std::string text = std::to_string(store.head()) + '\n';
    for (const auto& event : store.read_all(1, 1'000'000)) text += shown(event);
    for (const auto& prefix : prefixes) {
      for (const auto& event : store.read_stream(dossier(prefix), 1, 1'000'000))
        text += shown(event);
      for (const auto& id : {prefix + "0", prefix + "1", prefix + "-empty"}) {
        const auto answer = store.find_command(core::CommandId(id), digest(1)).value();
        text += id + (answer ? answer->answer + std::to_string(answer->first) : "?") + '\n';
      }
    }
    return text;
  }
  static std::string rows_of(Store& store) {
    const auto view = store.view({"results", 1});
    auto text = std::to_string(view->checkpoint()) + '\n';
    view->scan("", [&](auto key, auto value) {
      text += std::string(key) + '=' + std::string(value) + '\n';
      return true;
    });
    return text;
  }

  /// Nothing is there, and nothing hidden lies beside it.
  [[nodiscard]] std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::directory_iterator(folder_.path()))
      found.push_back(entry.path().filename());
    std::ranges::sort(found);
    return found;
  }

  TemporaryFolder folder_;
  ManualClock clock_;
  CountingEntropy entropy_;

 private:
  static std::string shown(const StoredEvent& event) {
    return std::to_string(event.position) + ' ' + event.stream.id + ' ' +
           std::to_string(event.version) + ' ' + event.type + ' ' + event.payload + '\n';
  }
};

}  // namespace eventstore::testing
