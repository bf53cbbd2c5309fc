#include <gtest/gtest.h>

#include <algorithm>

#include "domain/facts.hpp"
#include "json/json.hpp"
#include "server/advice/advice.hpp"
#include "server/command_handler.hpp"
#include "server/lisbon.hpp"
#include "tests/support/regulations.hpp"

/// Severity, certainty and agreement of an edition's jury, against numbers worked out by hand.
namespace {

using namespace server::advice;

const core::EditionId edition("2021");

core::DossierId dossier(int number) {
  return core::DossierId("2021-170" + std::to_string(number));
}

/// One criterion of 0 to 100, so that a mark is the juror's points; the Bandeira asks for 60.
struct Jury {
  Jury() {
    rules = testing_support::small_regulation();
    rules.sections = {{regulation::Section::I,
                       0,
                       {0, 100},
                       {{core::CriterionId("impacto"), "Impacto", "", 100, false}}}};
    rules.tie_break = {};
    rules.minimum_jurors = 1;
    rules.awards.erase(rules.awards.begin());
  }

  void gives(const char* juror, int to, std::int64_t points) {
    const core::AccountId account(juror);
    panel.assignments.push_back({dossier(to), account});
    if (std::ranges::find(panel.dossiers, dossier(to)) == panel.dossiers.end()) {
      panel.dossiers.push_back(dossier(to));
      told.tell(facts::Dossier{dossier(to), category, facts::DossierState::Eligible, {}});
    }
    told.tell(facts::Evaluation{
        dossier(to), account, true, {{core::CriterionId("impacto"), points}}, {}});
  }

  [[nodiscard]] core::Context context() const {
    core::Context context{{},
                          core::Instant::parse("2021-09-20T10:00:00Z").value(),
                          told,
                          server::writing(),
                          server::lisbon()};
    context.facts.tell(facts::Edition{edition, rules});
    context.facts.tell(panel);
    return context;
  }
  [[nodiscard]] Advice advice(Labels labels = Labels::Accounts) const {
    return advice_of(context(), std::nullopt, labels).value();
  }

  regulation::Category category = regulation::Category::Municipio;
  regulation::Regulation rules;
  facts::Panel panel{edition, {}, {}, {}, {}};
  core::Facts told;
};

/// Every juror judges every dossier: Zé gives 10 more than Ana, Bia is between them, and each once
/// strays.
Jury whole_jury() {
  Jury jury;
  const std::int64_t ana[] = {50, 60, 70, 82};
  const std::int64_t bia[] = {55, 66, 75, 85};
  const std::int64_t ze[] = {60, 70, 82, 90};
  for (int i = 0; i < 4; ++i) {
    jury.gives("ana", i + 1, ana[i]);
    jury.gives("bia", i + 1, bia[i]);
    jury.gives("ze", i + 1, ze[i]);
  }
  return jury;
}

TEST(JuryNumbers, TellHowSevereEachJurorIs) {
  const auto severity = whole_jury().advice().severity;
  ASSERT_FALSE(severity.not_estimable);
  ASSERT_EQ(severity.jurors.size(), 3U);
  EXPECT_EQ(severity.jurors[0].juror, "ana");
  EXPECT_LT(std::stod(severity.jurors[0].b), -4);
  EXPECT_GT(std::stod(severity.jurors[2].b), 4);
  EXPECT_EQ(severity.dossiers.at(0).theta, "85.67") << "complete: the mean of 82, 85 and 90";
}

TEST(JuryNumbers, TellHowSureTheOrderAndEachThresholdAre) {
  const auto certainty = whole_jury().advice().certainty;
  ASSERT_FALSE(certainty.not_estimable);
  const auto& best = certainty.dossiers.at(0);
  EXPECT_EQ(best.dossier, dossier(4));
  EXPECT_EQ(best.expected_rank, "1.0");
  ASSERT_EQ(best.chances.size(), 1U);
  EXPECT_EQ(best.chances[0].threshold, 60);
  EXPECT_EQ(best.chances[0].chance, "1.00");
  EXPECT_LT(std::stod(certainty.dossiers.at(3).chances[0].chance), 0.2) << "55 of 60 points";
}

TEST(JuryNumbers, TellHowFarTheJurorsAgree) {
  const auto agreement = whole_jury().advice().agreement;
  ASSERT_EQ(agreement.size(), 7U);
  EXPECT_EQ(agreement[0].form, "alpha");
  EXPECT_GT(std::stod(agreement[0].value.value()), 0.7);
  EXPECT_EQ(agreement[1].form, "icc(1,1)");
  for (const auto& one : agreement) EXPECT_TRUE(one.value) << one.form;
}

TEST(JuryNumbers, SayWhyTheyCannotBeEstimatedWhereJurorsShareNoDossier) {
  Jury jury;
  jury.gives("ana", 1, 50);
  jury.gives("bia", 1, 60);
  jury.gives("caio", 2, 70);
  jury.gives("duarte", 2, 80);
  const auto advice = jury.advice();
  for (const auto& why : {advice.severity.not_estimable, advice.certainty.not_estimable}) {
    ASSERT_TRUE(why);
    EXPECT_FALSE(why->pt.empty());
    EXPECT_FALSE(why->en.empty());
  }
  EXPECT_TRUE(advice.severity.dossiers.empty());
  EXPECT_TRUE(advice.agreement[0].value) << "alpha needs no common juror";
  EXPECT_TRUE(advice.agreement[1].not_estimable) << "an ICC needs a complete table";
}

TEST(JuryNumbers, CountWhatTheResultCounts) {
  auto jury = whole_jury();
  const auto before = jury.advice();
  jury.told.tell(facts::Evaluation{
      dossier(1), core::AccountId("de-fora"), true, {{core::CriterionId("impacto"), 0}}, {}});
  EXPECT_EQ(json::write(jury.advice()), json::write(before)) << "who was not assigned";
}

TEST(JuryNumbers, UnderOpaqueLabelsSayTheSameWhateverTheJurorsAreCalled) {
  Jury renamed;
  const auto jury = whole_jury();
  for (const auto* evaluation : jury.told.all<facts::Evaluation>()) {
    const auto& name = evaluation->juror.text();
    renamed.gives(name == "ana"  ? "zulmira"
                  : name == "ze" ? "abel"
                                 : "bia",
                  evaluation->dossier.text().back() - '0', *evaluation->marks[0].value);
  }
  EXPECT_EQ(json::write(renamed.advice(Labels::Opaque)), json::write(jury.advice(Labels::Opaque)));
}

}  // namespace
