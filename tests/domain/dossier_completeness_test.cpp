#include "domain/dossiers/completeness.hpp"

#include <gtest/gtest.h>

#include "domain/dossiers/sections.hpp"
#include "tests/support/regulations.hpp"

namespace {

using namespace dossiers;
using regulation::Section;

regulation::Regulation three_programmes_and_one_diagnosis() {
  auto rules = testing_support::small_regulation();
  rules.sections[1].minimum_records = 3;
  return rules;
}

TEST(Completeness, CountsTheRecordsOfEachSectionOfTheRegulation) {
  const auto sections =
      completeness(three_programmes_and_one_diagnosis(),
                   {Section::III, Section::I, Section::I, Section::VIII, Section::III});
  ASSERT_EQ(sections.size(), 2U);
  EXPECT_EQ(sections[0].section, Section::I);
  EXPECT_EQ(sections[0].records, 2);
  EXPECT_EQ(sections[0].needed, 1);
  EXPECT_EQ(sections[0].missing, 0);
  EXPECT_EQ(sections[1].section, Section::III);
  EXPECT_EQ(sections[1].records, 2);
  EXPECT_EQ(sections[1].missing, 1);
}

TEST(Completeness, SaysInWordsWhatIsMissing) {
  const auto missing = missing_words(completeness(three_programmes_and_one_diagnosis(), {}));
  EXPECT_EQ(missing.pt,
            "Secção I (Conhecimento da realidade): falta 1 registo. "
            "Secção III (Programas desenvolvidos): faltam 3 registos.");
  EXPECT_EQ(missing.en,
            "Section I (Knowledge of the territory): 1 record is missing. "
            "Section III (Programmes): 3 records are missing.");
}

TEST(Completeness, SaysNothingWhereNothingIsMissing) {
  const auto missing =
      missing_words(completeness(testing_support::small_regulation(), {Section::I, Section::III}));
  EXPECT_EQ(missing.pt, "");
  EXPECT_EQ(missing.en, "");
}

TEST(Completeness, SaysWhereRecordsHaveNoEvidence) {
  const auto words = without_evidence_words({Section::III, Section::I, Section::III});
  EXPECT_EQ(words.pt,
            "Secção I (Conhecimento da realidade): 1 registo sem comprovativo. "
            "Secção III (Programas desenvolvidos): 2 registos sem comprovativo.");
  EXPECT_EQ(words.en,
            "Section I (Knowledge of the territory): 1 record without evidence. "
            "Section III (Programmes): 2 records without evidence.");
  EXPECT_EQ(without_evidence_words({}).pt, "");
}

TEST(Sections, HaveATitleEach) {
  EXPECT_EQ(title_of(Section::I).pt, "Conhecimento da realidade");
  EXPECT_EQ(title_of(Section::VIII).pt, "Informação em formato físico");
}

}  // namespace
