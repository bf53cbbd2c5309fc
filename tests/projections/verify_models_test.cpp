#include "projections/verify_models.hpp"

#include <gtest/gtest.h>

#include "projections/accounts.hpp"
#include "projections/views.hpp"
#include "tests/projections/engines.hpp"
#include "tests/projections/examples.hpp"

namespace {

using namespace testing_support;
using projections::Generations;
using projections::Views;

const std::string accounts_name = "accounts";

/// Read models that have seen two accounts opened.
class VerifyModels : public testing::TestWithParam<MakeEngine> {
 protected:
  VerifyModels() {
    append_to(store(), 1, "contas", {account("ana", {core::Role::Juror})});
    append_to(store(), 2, "contas", {account("rui", {core::Role::Juror})});
    EXPECT_TRUE(Views(store(), store()).catch_up());
  }

  eventstore::Store& store() { return engine_->store(); }
  projections::ModelsVerified verified() {
    return projections::verify_models(store(), store()).value();
  }
  void alter(const eventstore::RowChange& change) {
    const auto live = Generations(store()).live(accounts_name);
    ASSERT_TRUE(store().commit(live, store().view(live)->checkpoint(), std::array{change}));
  }

 private:
  std::unique_ptr<Engine> engine_ = GetParam()();
};

INSTANTIATE_TEST_SUITE_P(Engines, VerifyModels, testing::Values(&in_memory, &on_disk),
                         name_of_engine);

TEST_P(VerifyModels, FindsThemSound) {
  const auto models = verified();
  EXPECT_EQ(models.models, projections::read_models().size());
  EXPECT_FALSE(models.fault);
}

TEST_P(VerifyModels, NamesTheOneThatWasAlteredAndChangesNothing) {
  alter({"ana", std::nullopt});
  const auto live = Generations(store()).live(accounts_name);
  const auto before = bytes_of(*store().view(live));
  for (int again = 0; again < 2; ++again) {
    const auto models = verified();
    ASSERT_TRUE(models.fault);
    EXPECT_EQ(models.fault->model, accounts_name);
    EXPECT_EQ(models.fault->comparison.added, 1U);
    EXPECT_EQ(models.fault->comparison.position, 2U);
  }
  EXPECT_EQ(bytes_of(*store().view(live)), before);
  EXPECT_FALSE(Generations(store()).of(accounts_name).beside);
}

TEST_P(VerifyModels, HoldsRowsThatLagBehindToWhatTheyHaveSeen) {
  append_to(store(), 3, "contas", {account("eva", {core::Role::Juror})});
  EXPECT_FALSE(verified().fault);
}

TEST_P(VerifyModels, PassesByRowsOfAnotherFold) {
  Generations generations(store());
  ASSERT_TRUE(generations.begin(accounts_name));
  ASSERT_TRUE(generations.switch_over({accounts_name, 99}, 0));
  const auto models = verified();
  EXPECT_FALSE(models.fault);
  EXPECT_EQ(models.models, projections::read_models().size() - 1);
}

}  // namespace
