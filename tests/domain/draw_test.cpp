#include "domain/awards/draw.hpp"

#include <gtest/gtest.h>

#include "domain/awards/ranking.hpp"
#include "tests/domain/award_samples.hpp"
#include "tests/support/given_when_then.hpp"

namespace {

using namespace awards;
using testing_support::pretended_sha256;

const std::string seed = "Bola azul, bola verde, bola branca";

regulation::Regulation with_draw() {
  auto rules = testing_support::small_regulation();
  rules.tie_break = {regulation::ByTopMarks{}, regulation::ByDraw{}};
  rules.draw_commitment = pretended_sha256(seed);
  return rules;
}

core::Result<Draw> draw(const regulation::Regulation& rules, const std::optional<std::string>& by) {
  return Draw::make(rules, by, pretended_sha256);
}

TEST(Draw, ARegulationWithOneCanBeFollowed) {
  EXPECT_TRUE(regulation::faults(with_draw()).empty());
}

TEST(Draw, TheLotIsTheDigestOfTheSeedFollowedByTheDossier) {
  EXPECT_EQ(draw(with_draw(), seed)->lot_of(core::DossierId("2021-1701")),
            pretended_sha256(seed + "2021-1701"));
}

TEST(Draw, TakesOnlyTheSeedWhoseDigestWasPublished) {
  EXPECT_EQ(draw(with_draw(), seed + " ").error().code, "draw-seed-wrong");
  EXPECT_EQ(draw(with_draw(), std::nullopt).error().code, "draw-seed-missing");
  EXPECT_EQ(draw(testing_support::small_regulation(), seed).error().code, "draw-seed-needless");
  EXPECT_EQ(
      draw(testing_support::small_regulation(), std::nullopt)->lot_of(core::DossierId("2021-1701")),
      "");
}

std::string order_of(const std::vector<Candidate>& candidates) {
  std::string order;
  for (const auto& one : rank(with_draw(), candidates))
    order += one.candidate.dossier.text() + ":" + std::to_string(one.rank) + " ";
  return order;
}

TEST(Draw, PartsThoseWhomNothingElseParts) {
  auto a = testing_support::dossier_of("0101", 80);
  auto b = testing_support::dossier_of("0102", 80);
  auto better = testing_support::dossier_of("0103", 81);
  a.lot = "b0";
  b.lot = "a9";
  better.lot = "ff";
  EXPECT_EQ(order_of({a, b, better}), "2024-0103:1 2024-0102:2 2024-0101:3 ");
  EXPECT_EQ(order_of({better, b, a}), order_of({a, b, better}));
}

TEST(Draw, AtTheEdgeOfAQuotaGivesTheAwardToOne) {
  auto rules = with_draw();
  auto a = testing_support::dossier_of("0101", 90);
  auto b = testing_support::dossier_of("0102", 90);
  a.lot = "2";
  b.lot = "1";
  const auto decisions = testing_support::decide(rules, {a, b});
  EXPECT_EQ(testing_support::granted(decisions, "0101"), "bandeira");
  EXPECT_EQ(testing_support::granted(decisions, "0102"), "galardao bandeira");
}

TEST(Draw, SharingIsSaidAsTheLastStep) {
  auto rules = testing_support::small_regulation();
  rules.tie_break = {regulation::ByTopMarks{}, regulation::Shared{}};
  EXPECT_TRUE(regulation::faults(rules).empty());
  const auto decisions = testing_support::decide(
      rules, {testing_support::dossier_of("0101", 90), testing_support::dossier_of("0102", 90)});
  EXPECT_EQ(testing_support::granted(decisions, "0101"), "galardao bandeira");
  EXPECT_EQ(testing_support::granted(decisions, "0102"), "galardao bandeira");
}

}  // namespace
