#include "tests/support/regulations.hpp"

namespace testing_support {
namespace {

using namespace regulation;

core::Instant instant(const char* text) {
  return core::Instant::parse(text).value();
}
core::Date date(const char* text) {
  return core::Date::parse(text).value();
}

Criterion criterion(const char* id, std::int64_t weight) {
  return {core::CriterionId(id), std::string("Critério ") + id, "", weight, false};
}

}  // namespace

AwardRule award(const char* id, AwardKind kind, const char* title,
                const std::vector<Category>& categories) {
  AwardRule rule;
  rule.id = core::AwardId(id);
  rule.award = kind;
  rule.title = title;
  rule.categories = categories;
  return rule;
}

Regulation small_regulation() {
  const std::vector<Category> all = {Category::Municipio, Category::Freguesia,
                                     Category::UniaoDeFreguesias};
  Regulation rules;
  rules.categories = all;
  rules.mandate = {date("2017-10-01"), date("2021-09-30")};
  rules.sections = {
      {Section::I, 1, {0, 20}, {criterion("diagnostico", 50)}},
      {Section::III, 1, {0, 20}, {criterion("alcance", 30), criterion("resultados", 20)}}};
  rules.minimum_jurors = 3;
  rules.awards = {award("galardao", AwardKind::Galardao, "Galardão", all),
                  award("bandeira", AwardKind::Bandeira, "Bandeira", all)};
  rules.awards[0].conditions = {TotalPoints{{80}}, SectionPoints{{50}, Section::III}};
  rules.awards[0].quota = 1;
  rules.awards[1].conditions = {TotalPoints{{60}}};
  rules.tie_break = {ByCriterion{core::CriterionId("resultados")}, ByTopMarks{}};
  rules.calendar = {instant("2021-03-01T00:00:00Z"),     instant("2021-06-30T22:59:59.999Z"),
                    instant("2021-09-15T22:59:59Z"),     instant("2021-10-01T08:00:00Z"),
                    instant("2021-10-15T22:59:59.999Z"), instant("2021-11-15T23:59:59.999Z")};
  return rules;
}

}  // namespace testing_support
