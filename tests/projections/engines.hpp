#pragma once

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>

#include "eventstore/store.hpp"
#include "tests/projections/world.hpp"
#include "tests/server/temporary_folder.hpp"

namespace testing_support {

/// A store that outlives the programs which open it, one after the other.
class Engine {
 public:
  virtual ~Engine() = default;
  [[nodiscard]] virtual eventstore::Store& store() = 0;
  /// Whoever had it open is gone.
  virtual void reopen() = 0;

 protected:
  Calendar clock_;
  eventstore::SystemEntropy entropy_;
};

[[nodiscard]] std::unique_ptr<Engine> in_memory();
[[nodiscard]] std::unique_ptr<Engine> on_disk();

using MakeEngine = std::unique_ptr<Engine> (*)();

inline std::string name_of_engine(const ::testing::TestParamInfo<MakeEngine>& engine) {
  return engine.param == &in_memory ? "memory" : "rocksdb";
}

/// Rows of a program that is ended at a given write: that one, and all after it, do not happen.
class MortalRows final : public eventstore::RowStore {
 public:
  MortalRows(eventstore::RowStore& rows, int writes) : rows_(rows), writes_left_(writes) {}

  [[nodiscard]] std::unique_ptr<eventstore::RowView> view(
      const eventstore::ModelName& model) const override;
  [[nodiscard]] core::Result<void> commit(const eventstore::ModelName& model,
                                          eventstore::Position checkpoint,
                                          std::span<const eventstore::RowChange> changes) override;
  [[nodiscard]] core::Result<void> drop(const eventstore::ModelName& model) override;
  [[nodiscard]] core::Result<void> scrub() override;

 private:
  [[nodiscard]] core::Result<void> written(const std::function<core::Result<void>()>& write);

  eventstore::RowStore& rows_;
  int writes_left_;
};

}  // namespace testing_support
