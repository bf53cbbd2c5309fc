#include "domain/persons/person.hpp"

#include <gtest/gtest.h>

#include "domain/contexts.hpp"
#include "domain/dossiers/dossier_events.hpp"
#include "domain/jury/panel_events.hpp"
#include "domain/practices/practice_events.hpp"
#include "tests/support/every_field.hpp"
#include "tests/support/given_when_then.hpp"

namespace {

using persons::ErasePerson;
using persons::PersonErased;
using testing_support::given;

const core::PersonId ana("ana");

TEST(Person, IsErased) {
  given(persons::person_type()).when(ErasePerson{ana}).then({PersonErased{ana}});
}

TEST(Person, IsErasedOnce) {
  given(persons::person_type(), {PersonErased{ana}}).when(ErasePerson{ana}).then({});
}

/// Finds the fields of a record that belong to a person.
class PersonalFields final : public testing_support::EveryField {
 public:
  int count = 0;

  void text(std::string&, std::string_view format) override {
    if (format == core::Personal::format) ++count;
  }
};

TEST(PersonalData, EveryEventThatHasAnyNamesItsPerson) {
  int events = 0;
  for (const auto* type : contexts::events()) {
    PersonalFields fields;
    type->visit(type->make().get(), fields);
    EXPECT_EQ(fields.count > 0, type->person != nullptr && !type->erases) << type->name;
    if (fields.count > 0) ++events;
  }
  EXPECT_EQ(events, 16);
}

TEST(PersonalData, BelongsToAPseudonymThatCanBeErased) {
  const std::string longest(80, 'p');
  for (const auto& person :
       {dossiers::DossierSubmitted{core::DossierId("2021-1701"), {}, {}, {}}.person(),
        practices::contact_of(core::PracticeId(longest)), jury::person_of(core::AccountId("rui"))})
    EXPECT_TRUE(core::is_identifier(person.text())) << person.text();
}

TEST(PersonalData, OfADossierOrAPracticeIsNoAccounts) {
  const auto responsible =
      dossiers::DossierSubmitted{core::DossierId("2021-1701"), {}, {}, {}}.person();
  EXPECT_EQ(responsible.text(), "Responsible-2021-1701");
  EXPECT_EQ(practices::contact_of(core::PracticeId("cartao")).text(), "Contact-cartao");
}

}  // namespace
