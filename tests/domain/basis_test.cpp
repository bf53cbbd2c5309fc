#include "domain/awards/basis.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/awards/compute.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

/// What a result follows from, as anybody may have it.
namespace {

using namespace awards;
using regulation::Category;

const core::EditionId edition("2021");
const core::DossierId alijo("2021-1701");
const core::DossierId murca("2021-1707");
const core::Writing writing{testing_support::pretended_sha256, json::write_visited};

Sheet sheet(std::int64_t diagnosis, std::int64_t reach, std::int64_t results) {
  return {{core::CriterionId("diagnostico"), diagnosis},
          {core::CriterionId("alcance"), reach},
          {core::CriterionId("resultados"), results}};
}

facts::Evaluation evaluation(const core::DossierId& dossier, const char* juror, Sheet marks) {
  return {dossier, core::AccountId(juror), true, std::move(marks)};
}

/// Alijó and Murça, each judged by ana and rui, told in this order or the other way round.
core::Context told(bool reversed) {
  core::Context context;
  context.now = core::Instant::parse("2021-09-20T10:00:00Z").value();
  context.writing = writing;
  context.lisbon = testing_support::lisbon();
  facts::Panel panel{edition, {}, {}, {alijo, murca}, {}};
  std::vector<facts::Evaluation> evaluations = {
      evaluation(alijo, "ana", sheet(18, 17, 16)), evaluation(alijo, "rui", sheet(10, 20, 15)),
      evaluation(murca, "ana", sheet(12, 12, 12)), evaluation(murca, "rui", sheet(12, 11, 19))};
  if (reversed) {
    std::ranges::reverse(evaluations);
    std::ranges::reverse(panel.dossiers);
    for (auto& one : evaluations) std::ranges::reverse(one.marks);
  }
  for (const auto& one : evaluations) panel.assignments.push_back({one.dossier, one.juror});
  auto rules = testing_support::small_regulation();
  rules.minimum_jurors = 2;
  context.facts.tell(facts::Edition{edition, rules});
  context.facts.tell(panel);
  for (const auto& one : evaluations) context.facts.tell(one);
  for (const auto& dossier : panel.dossiers)
    context.facts.tell(
        facts::Dossier{dossier, Category::Municipio, facts::DossierState::Eligible, {}});
  return context;
}

Basis basis() {
  return basis_of(told(false), std::nullopt).value();
}

std::string fault_of(const Basis& basis) {
  const auto checked = check(basis);
  return checked ? "none" : checked.error().field + " [" + checked.error().code + "]";
}

TEST(Basis, IsTheSameInWhateverOrderItWasTold) {
  const auto other = basis_of(told(true), std::nullopt);
  ASSERT_TRUE(other);
  EXPECT_EQ(json::write(*other), json::write(basis()));
  EXPECT_EQ(fault_of(*other), "none");
}

TEST(Basis, HoldsSheetsByTheirContentAndNoJuror) {
  const auto text = json::write(basis());
  EXPECT_EQ(text.find("ana"), std::string::npos);
  EXPECT_EQ(text.find("rui"), std::string::npos);
  EXPECT_EQ(basis().dossiers.at(0).sheets,
            (std::vector<Sheet>{sheet(10, 20, 15), sheet(18, 17, 16)}));
}

TEST(Basis, GivesTheResultThatTheFactsGive) {
  const auto computed = compute(told(false), std::nullopt);
  ASSERT_TRUE(computed);
  EXPECT_EQ(result_of(basis(), writing).value(), *computed);
  ASSERT_EQ(computed->sources.size(), 3U);
  EXPECT_EQ(computed->sources[0].source, "regulation");
  EXPECT_EQ(computed->sources[1].source, "dossiers[2021-1701]");
}

TEST(Basis, GivesTheSameResultInWhateverOrderItsDossiersAreGoneThrough) {
  const core::ForEach backwards = [](std::size_t count, const auto& call) {
    while (count > 0) call(--count);
  };
  EXPECT_EQ(result_of(basis(), writing, backwards).value(), result_of(basis(), writing).value());
}

TEST(Basis, HasADigestThatEachMarkChangesEvenWhereNoPointsDo) {
  auto rules = basis();
  rules.regulation.panel_rule = regulation::PanelRule::TrimmedMean;
  rules.dossiers[0].sheets = {sheet(1, 10, 10), sheet(10, 10, 10), sheet(19, 10, 10)};
  auto other = rules;
  other.dossiers[0].sheets[0][0].value = 2;
  const auto one = result_of(rules, writing).value();
  const auto two = result_of(other, writing).value();
  EXPECT_EQ(one.dossiers[0].points, two.dossiers[0].points);
  EXPECT_NE(one.sources[1], two.sources[1]);
  EXPECT_EQ(one.sources[2], two.sources[2]);
}

TEST(BasisFromElsewhere, IsRefusedWhereNoResultCanFollow) {
  EXPECT_EQ(fault_of(basis()), "none");
  const auto faulty = [](auto change) {
    auto changed = basis();
    change(changed);
    return fault_of(changed);
  };
  EXPECT_EQ(faulty([](Basis& b) { b.regulation.sections[0].criteria[0].weight = 51; }),
            "regulation.sections [weights-sum]");
  EXPECT_EQ(faulty([](Basis& b) { b.dossiers[1].sheets[0][2].value = 21; }),
            "dossiers[1].sheets[0][2].value [score-outside-scale]");
  EXPECT_EQ(faulty([](Basis& b) { b.dossiers[1].sheets[0][2].value.reset(); }),
            "dossiers[1].sheets[0][2].value [score-outside-scale]");
  EXPECT_EQ(faulty([](Basis& b) {
              b.dossiers[0].sheets[0][0].criterion = b.dossiers[0].sheets[0][1].criterion;
            }),
            "dossiers[0].sheets[0][0].criterion [criterion-order]");
  EXPECT_EQ(faulty([](Basis& b) { b.dossiers[0].sheets[1].pop_back(); }),
            "dossiers[0].sheets[1] [evaluation-incomplete]");
  EXPECT_EQ(faulty([](Basis& b) { b.dossiers[1] = b.dossiers[0]; }), "dossiers[1] [list-order]");
  EXPECT_EQ(faulty([](Basis& b) { b.edition = core::EditionId("2022"); }),
            "dossiers[0].dossier [unknown-dossier]");
  EXPECT_EQ(faulty([](Basis& b) { b.entities.resize(2); }), "entities[1] [list-order]");
  EXPECT_EQ(faulty([](Basis& b) { b.earlier.resize(2); }), "earlier[1] [list-order]");
}

}  // namespace
