#include "domain/dossiers/record_rules.hpp"

#include <gtest/gtest.h>

#include "json/json.hpp"
#include "tests/domain/dossier_samples.hpp"

namespace {

using namespace dossiers;
using namespace dossier_samples;

const auto rules = testing_support::small_regulation();

template <class Kind, class Change>
void refuses(Kind record, Change change, const std::string& code, const std::string& field) {
  ASSERT_TRUE(check(record, rules)) << check(record, rules).error().en;
  change(record);
  const auto checked = check(record, rules);
  ASSERT_FALSE(checked) << code << " at " << field << " was accepted";
  EXPECT_EQ(checked.error().code, code);
  EXPECT_EQ(checked.error().field, field);
  EXPECT_FALSE(checked.error().pt.empty());
  EXPECT_FALSE(checked.error().en.empty());
}

/// `times` two-byte characters.
std::string letters(std::size_t times) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += "ã";
  return text;
}

TEST(Record, OfEverySectionCanBeRight) {
  std::set<regulation::Section> sections;
  for (const auto& record : one_of_each()) {
    const auto checked = check(record, rules);
    EXPECT_TRUE(checked) << checked.error().field;
    sections.insert(section_of(record));
  }
  EXPECT_EQ(sections.size(), 8U);
}

TEST(Record, ComesBackFromJsonAsItWas) {
  for (const auto& record : one_of_each()) {
    const auto written = json::write(added("r1", record));
    const auto read = json::read<DossierRecordAdded>(written);
    ASSERT_TRUE(read) << read.error().field << " in " << written;
    EXPECT_EQ(json::write(*read), written);
  }
}

TEST(Record, IsCalledByItsTitleOrByWhomItIsAbout) {
  EXPECT_EQ(title_of(diagnosis()), "Diagnóstico Social");
  EXPECT_EQ(title_of(support()), "Associação de exemplo");
  EXPECT_EQ(title_of(partnership()), "Centro de saúde");
}

TEST(Record, TellsOfAPeriodEvenIfItIsOneDay) {
  EXPECT_EQ(period_of(programme()).last, date("2021-02-28"));
  EXPECT_EQ(period_of(link()).first, date("2021-01-01"));
  EXPECT_EQ(period_of(link()).last, date("2021-01-01"));
}

TEST(Record, CountsCharactersAndNotBytes) {
  auto record = programme();
  record.title = letters(200);
  record.description = letters(4000);
  EXPECT_TRUE(check(record, rules));
  refuses(programme(), [](auto& r) { r.title = letters(201); }, "text-length", "record.title");
  refuses(
      programme(), [](auto& r) { r.description = letters(4001); }, "text-length",
      "record.description");
}

TEST(Record, IsOfAThemeThatAThemedCallAsksFor) {
  auto call = rules;
  call.call = regulation::ThemedCall{{regulation::Theme::Habitacao, regulation::Theme::Migracoes}};
  auto record = programme();
  record.theme = regulation::Theme::Migracoes;
  EXPECT_TRUE(check(record, call));
  record.theme = regulation::Theme::Saude;
  const auto checked = check(record, call);
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().code, "theme-outside-call");
  EXPECT_EQ(checked.error().field, "record.theme");
  EXPECT_EQ(checked.error().pt,
            "Esta edição só recebe registos destes temas: Habitação; Migrações.");
  EXPECT_TRUE(check(record, rules)) << "an annual edition takes every theme";
}

TEST(Record, LiesWithinTheMandateToTheDay) {
  auto record = diagnosis();
  record.period = rules.mandate;
  EXPECT_TRUE(check(record, rules));
  refuses(
      diagnosis(), [](auto& r) { r.period.last = date("2021-10-01"); }, "outside-mandate",
      "record.period");
  refuses(
      diagnosis(), [](auto& r) { std::swap(r.period.first, r.period.last); }, "period-order",
      "record.period");
  refuses(
      diagnosis(), [](auto& r) { r.approval->date = date("2017-09-30"); }, "outside-mandate",
      "record.approval.date");
  refuses(
      support(), [](auto& r) { r.date = date("2017-09-30"); }, "outside-mandate", "record.date");
  refuses(
      partnership(), [](auto& r) { r.date = date("2021-10-01"); }, "outside-mandate",
      "record.date");
  refuses(link(), [](auto& r) { r.date = date("2021-10-01"); }, "outside-mandate", "record.date");
  refuses(
      printed_matter(), [](auto& r) { r.date = date("2021-10-01"); }, "outside-mandate",
      "record.date");
  refuses(
      activity(), [](auto& r) { r.period.last = date("2021-10-01"); }, "outside-mandate",
      "record.period");
}

TEST(Record, ShowsItsEvidence) {
  const Evidence page{"Página", "https://www.cm-alijo.pt"};
  refuses(
      activity(), [](auto& r) { r.evidence = {{"", "https://www.cm-alijo.pt"}}; }, "text-length",
      "record.evidence[0].title");
  refuses(
      activity(), [&](auto& r) { r.evidence = {page, {"Página", "www.cm-alijo.pt"}}; },
      "web-address", "record.evidence[1].url");
  refuses(
      activity(), [&](auto& r) { r.evidence.assign(11, page); }, "list-length", "record.evidence");
}

TEST(Diagnosis, SaysHowItWasMade) {
  refuses(diagnosis(), [](auto& r) { r.title = ""; }, "text-length", "record.title");
  refuses(
      diagnosis(), [](auto& r) { r.description = "  "; }, "text-unreadable", "record.description");
  refuses(diagnosis(), [](auto& r) { r.method = ""; }, "text-length", "record.method");
  refuses(
      diagnosis(), [](auto& r) { r.participation = letters(1001); }, "text-length",
      "record.participation");
  refuses(
      diagnosis(), [](auto& r) { r.approval->body = ""; }, "text-length", "record.approval.body");
}

TEST(Orientation, NumbersItsDomains) {
  refuses(
      orientation(), [](auto& r) { r.domains[1].number = 1; }, "domain-numbers",
      "record.domains[1].number");
  refuses(
      orientation(), [](auto& r) { r.domains[0].name = ""; }, "text-length",
      "record.domains[0].name");
  refuses(
      orientation(), [](auto& r) { r.domains[1].general_objective = ""; }, "text-length",
      "record.domains[1].general_objective");
  refuses(
      orientation(), [](auto& r) { r.domains[0].axes.emplace_back(); }, "text-length",
      "record.domains[0].axes[1]");
  refuses(
      orientation(), [](auto& r) { r.domains[0].axes.assign(31, "Eixo"); }, "list-length",
      "record.domains[0].axes");
  refuses(
      orientation(), [](auto& r) { r.alignments[0].reference = ""; }, "text-length",
      "record.alignments[0].reference");
}

TEST(Programme, HasFiguresThatCanBeTrue) {
  refuses(
      programme(), [](auto& r) { r.budget = core::Money{-1}; }, "number-range",
      "record.budget.cents");
  refuses(
      programme(), [](auto& r) { r.budget = core::Money{1'000'000'000'001}; }, "number-range",
      "record.budget.cents");
  refuses(programme(), [](auto& r) { r.staff = -1; }, "number-range", "record.staff");
  refuses(
      programme(), [](auto& r) { r.people_reached = -1; }, "number-range", "record.people_reached");
  refuses(
      programme(), [](auto& r) { r.indicators[0].value = -1; }, "number-range",
      "record.indicators[0].value");
}

TEST(Programme, IsToldInWords) {
  refuses(programme(), [](auto& r) { r.target_group = ""; }, "text-length", "record.target_group");
  refuses(programme(), [](auto& r) { r.results = ""; }, "text-length", "record.results");
  refuses(
      programme(), [](auto& r) { r.responsible_partners.emplace_back(); }, "text-length",
      "record.responsible_partners[1]");
  refuses(
      programme(), [](auto& r) { r.responsible_partners.assign(31, "CLAS"); }, "list-length",
      "record.responsible_partners");
  refuses(
      programme(), [](auto& r) { r.indicators[0].name = ""; }, "text-length",
      "record.indicators[0].name");
}

TEST(Activity, HasAPlaceAndAnAudience) {
  refuses(activity(), [](auto& r) { r.place = ""; }, "text-length", "record.place");
  refuses(activity(), [](auto& r) { r.audience = ""; }, "text-length", "record.audience");
  refuses(activity(), [](auto& r) { r.participants = -1; }, "number-range", "record.participants");
}

TEST(Support, GoesToALegalPerson) {
  refuses(
      support(), [](auto& r) { r.beneficiary_nipc = "599999992"; }, "nipc",
      "record.beneficiary_nipc");
  refuses(support(), [](auto& r) { r.beneficiary = ""; }, "text-length", "record.beneficiary");
  refuses(support(), [](auto& r) { r.purpose = ""; }, "text-length", "record.purpose");
}

TEST(Support, HasAnAmountWhereItIsMoney) {
  refuses(support(), [](auto& r) { r.amount.reset(); }, "amount-missing", "record.amount");
  refuses(
      support(), [](auto& r) { r.amount = core::Money{0}; }, "amount-missing",
      "record.amount.cents");
  refuses(
      support(), [](auto& r) { r.amount = core::Money{-1}; }, "number-range",
      "record.amount.cents");
  auto room = support();
  room.form = SupportForm::Space;
  room.amount.reset();
  EXPECT_TRUE(check(room, rules));
}

TEST(Partnership, MeasuresWhatItCameTo) {
  refuses(partnership(), [](auto& r) { r.partner = ""; }, "text-length", "record.partner");
  refuses(partnership(), [](auto& r) { r.purpose = ""; }, "text-length", "record.purpose");
  refuses(
      partnership(), [](auto& r) { r.contributions[0] = ""; }, "text-length",
      "record.contributions[0]");
  refuses(
      partnership(), [](auto& r) { r.results[0].value = -1; }, "number-range",
      "record.results[0].value");
  refuses(
      partnership(), [](auto& r) { r.results[0].indicator = ""; }, "text-length",
      "record.results[0].indicator");
  refuses(
      partnership(), [](auto& r) { r.results[0].date = date("2021-10-01"); }, "outside-mandate",
      "record.results[0].date");
}

TEST(Information, CanBeFound) {
  refuses(link(), [](auto& r) { r.url = "javascript:alert(1)"; }, "web-address", "record.url");
  refuses(link(), [](auto& r) { r.title = ""; }, "text-length", "record.title");
  refuses(printed_matter(), [](auto& r) { r.print_run = -1; }, "number-range", "record.print_run");
  refuses(
      printed_matter(), [](auto& r) { r.distribution = ""; }, "text-length", "record.distribution");
}

}  // namespace
