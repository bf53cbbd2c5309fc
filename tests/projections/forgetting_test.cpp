#include <gtest/gtest.h>

#include "domain/accounts/account_events.hpp"
#include "domain/persons/person_events.hpp"
#include "projections/accounts.hpp"
#include "tests/projections/engines.hpp"

namespace {

using namespace testing_support;
using projections::Views;
using std::chrono_literals::operator""s;

const core::PersonId ana("ana");

/// Given two accounts that the read models have seen.
class Forgetting : public ::testing::TestWithParam<MakeEngine> {
 protected:
  Forgetting() {
    opens("ana", "Ana Silva");
    opens("rui", "Rui Vaz");
    EXPECT_TRUE(Views(store(), store()).catch_up());
  }

  [[nodiscard]] eventstore::Store& store() { return engine_->store(); }
  void reopen() { engine_->reopen(); }
  void opens(const std::string& id, const std::string& name) {
    const core::AccountId account(id);
    (void)append_to(store(), ++commands_, id,
                    {accounts::AccountOpened{
                        account, name, "a@example.pt", "$argon2id$x", {core::Role::Juror}, {}}});
  }
  eventstore::Position erase_ana() {
    return append_to(store(), ++commands_, "ana", {persons::PersonErased{ana}});
  }
  static std::vector<std::string> names(const Views& views) {
    std::vector<std::string> names;
    for (const auto& row : projections::all_accounts(*views.view("accounts")))
      names.push_back(row.full_name);
    return names;
  }

  const std::vector<std::string> forgotten{std::string(core::erased_words), "Rui Vaz"};

 private:
  std::unique_ptr<Engine> engine_ = GetParam()();
  int commands_ = 0;
};

INSTANTIATE_TEST_SUITE_P(Engines, Forgetting, ::testing::Values(&in_memory, &on_disk),
                         name_of_engine);

TEST_P(Forgetting, RowsTellNothingOfTheErased) {
  Views views(store(), store());
  ASSERT_TRUE(views.catch_up());
  EXPECT_EQ(names(views), (std::vector<std::string>{"Ana Silva", "Rui Vaz"}));
  erase_ana();
  ASSERT_TRUE(views.catch_up());
  EXPECT_EQ(names(views), forgotten);
  EXPECT_TRUE(projections::all_accounts(*views.view("accounts")).at(0).closed);
}

TEST_P(Forgetting, AnErasureIsNotSeenBeforeItIsForgotten) {
  Views views(store(), store());
  ASSERT_TRUE(views.catch_up());
  const auto position = erase_ana();
  EXPECT_FALSE(views.wait_until_seen(position, 0s));
  views.follow();
  EXPECT_TRUE(views.wait_until_seen(position, 60s));
  EXPECT_EQ(names(views), forgotten);
}

TEST_P(Forgetting, HappensAtTheNextStartWhereTheProgramEndedBefore) {
  const auto position = erase_ana();
  reopen();
  Views views(store(), store());
  EXPECT_FALSE(views.wait_until_seen(position, 0s));
  ASSERT_TRUE(views.catch_up());
  EXPECT_EQ(names(views), forgotten);
}

TEST_P(Forgetting, EndedAtAnyWriteIsFinishedAtTheNextStart) {
  erase_ana();
  for (int writes = 0; writes < 12; ++writes) {
    MortalRows mortal(store(), writes);
    (void)Views(store(), mortal).catch_up();
    reopen();
  }
  Views views(store(), store());
  ASSERT_TRUE(views.catch_up());
  EXPECT_EQ(names(views), forgotten);
}

TEST_P(Forgetting, LeavesOtherModelsAsTheyAre) {
  const projections::Generations generations(store());
  const auto before = generations.of("accounts").live;
  erase_ana();
  Views views(store(), store());
  ASSERT_TRUE(views.catch_up());
  EXPECT_EQ(generations.of("accounts").live, before + 1);
  EXPECT_EQ(generations.of("entities").live, 1U);
  EXPECT_FALSE(generations.of("accounts").beside);
}

TEST_P(Forgetting, ARebuildTellsTheSame) {
  erase_ana();
  Views views(store(), store());
  ASSERT_TRUE(views.catch_up());
  for (const auto& model : projections::read_models()) {
    const auto compared = views.compare_with_shadow(model);
    ASSERT_TRUE(compared);
    EXPECT_TRUE(compared->same()) << model.name().name;
  }
}

TEST(PersonalModels, AreThoseThatFoldWhatBelongsToAPerson) {
  std::set<std::string> personal;
  for (const auto& model : projections::read_models())
    if (model.holds_personal()) personal.insert(model.name().name);
  EXPECT_EQ(personal, (std::set<std::string>{"accounts", "deliberations", "dossier_board",
                                             "invitations", "jury_desk", "observatory"}));
}

}  // namespace
