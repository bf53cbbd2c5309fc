#include "domain/awards/sensitivity.hpp"

#include "tests/domain/what_if_samples.hpp"

namespace {

using namespace awards;
using namespace what_if_samples;

const core::AwardId galardao("galardao");
const core::AwardId bandeira("bandeira");

Sensitivity sensitivity_of(const PastEdition& past) {
  auto found = sensitivity(past.context(), std::nullopt);
  core::ensure(found.has_value(), "a test asks of a result that can be computed");
  return *std::move(found);
}

Marks all(std::int64_t value) {
  return {value, value, value};
}

/// Alijó has 80 points and the Galardão, Murça 79, both because of juror 3.
PastEdition close() {
  PastEdition past;
  past.judge(alijo, {all(15), all(15), all(18)});
  past.judge(murca, {all(16), all(16), Marks{16, 15, 14}});
  return past;
}

TEST(Sensitivity, SaysWhichAwardsHangOnOneJuror) {
  const auto found = sensitivity_of(close()).without_juror;
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[2].juror, juror(3));
  EXPECT_FALSE(found[2].effect.not_estimable);
  EXPECT_EQ(found[2].effect.changes,
            (std::vector<AwardChange>{{alijo, galardao, "Galardão", false},
                                      {murca, galardao, "Galardão", true}}));
  EXPECT_TRUE(found[0].effect.changes.empty()) << "Alijó would have more, and have it still";
}

TEST(Sensitivity, CannotTellWhereADossierHasNoOtherJuror) {
  auto past = close();
  past.rules.minimum_jurors = 1;
  past.judge(core::DossierId("2021-0101"), {all(10)});
  const auto found = sensitivity_of(past).without_juror;
  ASSERT_TRUE(found[0].effect.not_estimable);
  EXPECT_EQ(found[0].effect.not_estimable->pt,
            "Não se pode estimar: ficariam sem avaliação as candidaturas 2021-0101.");
  EXPECT_TRUE(found[0].effect.changes.empty());
  EXPECT_FALSE(found[1].effect.not_estimable);
}

TEST(Sensitivity, RanksNoDossierThatHasNoRank) {
  auto past = close();
  past.judge(core::DossierId("2021-0101"), {all(20), all(20)});
  for (const auto& one : sensitivity_of(past).without_juror)
    for (const auto& change : one.effect.changes)
      EXPECT_NE(change.dossier, core::DossierId("2021-0101"));
}

TEST(Sensitivity, SaysWhichAwardsHangOnATenthOfAWeight) {
  PastEdition past;
  past.judge(alijo, {Marks{20, 12, 12}, Marks{20, 12, 12}, Marks{20, 12, 12}});  // 80 points
  const auto found = sensitivity_of(past).weights;
  ASSERT_EQ(found.size(), 6U);
  EXPECT_EQ(found[0].title, "Critério diagnostico");
  EXPECT_EQ(found[0].percent, 10);
  EXPECT_TRUE(found[0].effect.changes.empty());
  EXPECT_EQ(found[1].percent, -10);
  EXPECT_EQ(found[1].effect.changes,
            (std::vector<AwardChange>{{alijo, galardao, "Galardão", false}}));
}

TEST(Sensitivity, SaysWhatTheDeliberationChanged) {
  auto past = close();
  EXPECT_EQ(sensitivity_of(past).before_deliberation.not_estimable->pt,
            "Não se pode estimar: nenhuma avaliação mudou depois de selada.");
  past.evaluations[0].as_sealed = marks_of(all(10));
  const auto effect = sensitivity_of(past).before_deliberation;
  EXPECT_FALSE(effect.not_estimable);
  EXPECT_EQ(effect.changes, (std::vector<AwardChange>{{alijo, galardao, "Galardão", false}}));
}

TEST(Sensitivity, NeedsAResultToBeginFrom) {
  EXPECT_EQ(sensitivity(PastEdition().context(), std::nullopt).error().code, "nothing-assigned");
  PastEdition unranked;
  unranked.judge(alijo, {all(20)});
  EXPECT_EQ(sensitivity(unranked.context(), std::nullopt).error().code, "nothing-ranked");
}

TEST(Sensitivity, LeavesJurorsOutWhoGaveNothing) {
  auto past = close();
  past.panel.jurors.push_back(juror(9));
  past.panel.assignments.push_back({alijo, juror(9)});
  EXPECT_EQ(sensitivity_of(past).without_juror.size(), 3U);
}

}  // namespace
