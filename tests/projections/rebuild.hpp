#pragma once

#include "projections/views.hpp"
#include "tests/projections/engines.hpp"
#include "tests/projections/examples.hpp"

namespace testing_support {

inline const std::string accounts_name = "accounts";

inline const projections::ReadModel& model() {
  return *projections::find_read_model(accounts_name);
}

/// Where the rows stand once they were fed for the first time: a fold that has changed since its
/// first version begins by building them anew.
inline const std::uint32_t first = model().name().version == 1 ? 1 : 2;
inline const std::uint32_t second = first + 1;

/// The accounts of a log, in one generation or another of their rows.
class Rebuild : public testing::TestWithParam<MakeEngine> {
 protected:
  eventstore::Store& store() { return engine_->store(); }
  void reopen() { engine_->reopen(); }

  void opens(const std::vector<std::string>& ids) {
    std::vector<core::Event> events;
    for (const auto& id : ids) events.emplace_back(account(id.c_str(), {core::Role::Juror}));
    append_to(store(), ++commands_, "contas", events);
  }
  void given_accounts(const std::vector<std::string>& ids) {
    opens(ids);
    ASSERT_TRUE(projections::Views(store(), store()).catch_up());
  }
  /// More events than are folded at once.
  void given_many_accounts() {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < projections::Feed::batch_size + 10; ++i)
      ids.push_back("conta-" + std::to_string(i));
    given_accounts(ids);
  }

  [[nodiscard]] projections::Generation generation() {
    return projections::Generations(store()).of(accounts_name);
  }
  [[nodiscard]] Bytes rows(std::uint32_t generation) {
    return bytes_of(*store().view({accounts_name, generation}));
  }
  [[nodiscard]] Bytes live_rows() { return rows(generation().live); }

  /// Somebody changes rows behind the program's back.
  void alter(const std::vector<eventstore::RowChange>& changes) {
    const auto live = projections::Generations(store()).live(accounts_name);
    ASSERT_TRUE(store().commit(live, store().view(live)->checkpoint(), changes));
  }

  /// Rows as another version of the fold left them: of a shape that this one cannot read.
  void given_rows_of_another_fold() {
    projections::Generations generations(store());
    const auto name = generations.begin(accounts_name);
    ASSERT_TRUE(name);
    const std::vector<eventstore::RowChange> strange = {{"ana", "?"}};
    ASSERT_TRUE(store().commit(*name, 1, strange));
    ASSERT_TRUE(generations.switch_over({accounts_name, 99}, 0));
    ASSERT_TRUE(generations.drop_beside(accounts_name));
  }

  /// One generation of the rows answers, and there are no others.
  void expect_nothing_beside() {
    EXPECT_FALSE(generation().beside.has_value());
    for (std::uint32_t other = 1; other < 10; ++other) {
      if (other == generation().live) continue;
      EXPECT_EQ(rows(other), Bytes()) << "generation " << other;
    }
  }

 private:
  std::unique_ptr<Engine> engine_ = GetParam()();
  int commands_ = 0;
};

}  // namespace testing_support
