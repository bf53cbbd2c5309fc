#include "projections/accounts.hpp"

#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace testing_support;
using core::Role;

TEST(Accounts, ShowWhatTheyMayDoNow) {
  World world;
  world.happens("ana", {account("ana", {Role::Juror})});
  world.happens("rui", {account("rui", {Role::Secretariat})});
  world.happens("ana", {accounts::RolesChanged{
                           core::AccountId("ana"), {Role::Applicant}, {core::EntityCode("1701")}}});
  world.happens("rui", {accounts::AccountClosed{core::AccountId("rui")}});

  const auto rows = projections::all_accounts(*world.seen().view("accounts"));
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].account.text(), "ana");
  EXPECT_EQ(rows[0].full_name, "Ana Lopes");
  EXPECT_EQ(rows[0].roles, std::vector{Role::Applicant});
  EXPECT_EQ(rows[0].entities, std::vector{core::EntityCode("1701")});
  EXPECT_FALSE(rows[0].closed);
  EXPECT_TRUE(rows[1].closed);
}

TEST(Accounts, NeverShowAPasswordsHash) {
  World world;
  world.happens("ana", {account("ana", {Role::Juror}),
                        accounts::PasswordChanged{core::AccountId("ana"), "$argon2id$other"}});
  world.seen();
  for (const auto& model : projections::read_models())
    for (const auto& [key, value] : bytes_of(world.views(), model.name().name).rows)
      EXPECT_EQ(value.find("argon2"), std::string::npos) << model.name().name << " " << key;
}

}  // namespace
