#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "tests/domain/award_samples.hpp"
#include "tests/support/given_when_then.hpp"

/// Laws of a result, whatever the marks.
namespace {

using namespace awards;

using Sheets = std::map<std::string, std::vector<Sheet>>;

Sheet any_sheet() {
  Sheet sheet;
  for (const auto* id : {"diagnostico", "alcance", "resultados"})
    sheet.push_back({core::CriterionId(id), *rc::gen::inRange<std::int64_t>(0, 21)});
  return sheet;
}

/// Two to seven dossiers, each judged by three jurors of few opinions, so that ties are common.
Sheets any_sheets() {
  const std::vector<Sheet> opinions = {any_sheet(), any_sheet(), any_sheet()};
  Sheets sheets;
  const auto dossiers = *rc::gen::inRange(2, 8);
  for (int i = 0; i < dossiers; ++i)
    for (int juror = 0; juror < 3; ++juror)
      sheets["2021-010" + std::to_string(i)].push_back(*rc::gen::elementOf(opinions));
  return sheets;
}

regulation::Regulation with_draw() {
  auto rules = testing_support::small_regulation();
  rules.tie_break.emplace_back(regulation::ByDraw{});
  return rules;
}

std::vector<Candidate> candidates_of(const Sheets& sheets, const regulation::Regulation& rules,
                                     const std::string& seed = "") {
  std::vector<Candidate> candidates;
  for (const auto& [dossier, given] : sheets)
    candidates.push_back({core::DossierId(dossier), regulation::Category::Municipio,
                          score(rules, given).value(),
                          testing_support::pretended_sha256(seed + dossier)});
  return candidates;
}

std::vector<Candidate> candidates_of(const Sheets& sheets, const std::string& seed = "") {
  return candidates_of(sheets, with_draw(), seed);
}

std::string places(const std::vector<Ranked>& ranked) {
  std::string text;
  for (const auto& one : ranked)
    text += one.candidate.dossier.text() + ":" + std::to_string(one.rank) + " ";
  return text;
}

std::string awards_of(const regulation::Regulation& rules,
                      const std::vector<Candidate>& candidates) {
  std::string text;
  for (const auto& [dossier, decisions] : testing_support::decide(rules, candidates))
    for (const auto& decision : decisions) text += decision.reason.pt;
  return text;
}

template <class T>
std::vector<T> reordered(std::vector<T> list) {
  for (auto i = list.size(); i > 1; --i)
    std::swap(list[i - 1], list[*rc::gen::inRange<std::size_t>(0, i)]);
  return list;
}

RC_GTEST_PROP(AwardProperties, TheOrderOfSheetsMarksAndDossiersChangesNothing, ()) {
  const auto rules = testing_support::small_regulation();
  const auto sheets = any_sheets();
  Sheets otherwise;
  for (const auto& [dossier, given] : sheets)
    for (const auto& sheet : reordered(given)) otherwise[dossier].push_back(reordered(sheet));
  const auto one = candidates_of(sheets);
  const auto other = reordered(candidates_of(otherwise));
  RC_ASSERT(places(rank(rules, one)) == places(rank(rules, other)));
  RC_ASSERT(awards_of(rules, one) == awards_of(rules, other));
}

RC_GTEST_PROP(AwardProperties, AJurorWhoTellsNobodyApartMovesNoRank, ()) {
  const auto rules = testing_support::small_regulation();
  const auto sheets = any_sheets();
  const auto indifferent = any_sheet();
  auto with_one_more = sheets;
  for (auto& [dossier, given] : with_one_more) given.push_back(indifferent);
  RC_ASSERT(places(rank(rules, candidates_of(sheets))) ==
            places(rank(rules, candidates_of(with_one_more))));
}

/// The same mark on every criterion.
Sheet sheet_of(std::int64_t mark) {
  return {{core::CriterionId("diagnostico"), mark},
          {core::CriterionId("alcance"), mark},
          {core::CriterionId("resultados"), mark}};
}

/// Marks of one juror each. Every panel of three to six jurors comes to a whole mark by every rule.
std::vector<Points> any_panel(std::size_t jurors) {
  std::vector<Points> marks;
  for (std::size_t i = 0; i < jurors; ++i) marks.emplace_back(60 * *rc::gen::inRange(0, 5));
  return marks;
}

std::vector<Sheet> sheets_of(const std::vector<Points>& marks) {
  std::vector<Sheet> sheets;
  for (const auto& mark : marks)
    sheets.push_back(sheet_of(static_cast<std::int64_t>(numerator(mark))));
  return sheets;
}

RC_GTEST_PROP(AwardProperties, AJurorOfThePanelsOwnMindMovesNoRankByAnyRule, ()) {
  using regulation::PanelRule;
  auto rules = testing_support::small_regulation();
  for (auto& section : rules.sections) section.scale = {0, 240};
  rules.panel_rule = *rc::gen::element(PanelRule::Mean, PanelRule::TrimmedMean, PanelRule::Median);
  const auto jurors = *rc::gen::inRange<std::size_t>(3, 7);
  Sheets sheets;
  Sheets with_one_more;
  for (int i = *rc::gen::inRange(2, 8); i > 0; --i) {
    auto marks = any_panel(jurors);
    const auto id = "2021-010" + std::to_string(i);
    sheets[id] = sheets_of(marks);
    const auto own_mind = panel_value(rules.panel_rule, marks);
    RC_ASSERT(denominator(own_mind) == 1);
    marks.push_back(own_mind);
    with_one_more[id] = sheets_of(marks);
    RC_ASSERT(score(rules, with_one_more[id])->points == score(rules, sheets[id])->points);
  }
  RC_ASSERT(places(rank(rules, candidates_of(sheets, rules))) ==
            places(rank(rules, candidates_of(with_one_more, rules))));
}

RC_GTEST_PROP(AwardProperties, ADrawPartsEveryTieAndAlwaysTheSameWay, ()) {
  const auto rules = with_draw();
  const auto sheets = any_sheets();
  const auto seed = *rc::gen::string<std::string>();
  const auto candidates = candidates_of(sheets, seed);
  const auto ranked = rank(rules, candidates);
  for (std::size_t i = 0; i < ranked.size(); ++i)
    RC_ASSERT(ranked[i].rank == static_cast<std::int64_t>(i) + 1);
  RC_ASSERT(places(ranked) == places(rank(rules, reordered(candidates))));
}

RC_GTEST_PROP(AwardProperties, ADrawChangesNothingButTies, ()) {
  const auto sheets = any_sheets();
  const auto shared = rank(testing_support::small_regulation(), candidates_of(sheets));
  std::map<core::DossierId, std::int64_t> drawn;
  for (const auto& one : rank(with_draw(), candidates_of(sheets, "semente")))
    drawn[one.candidate.dossier] = one.rank;
  for (const auto& one : shared)
    for (const auto& other : shared)
      if (one.rank < other.rank)
        RC_ASSERT(drawn[one.candidate.dossier] < drawn[other.candidate.dossier]);
}

}  // namespace
