#include <gtest/gtest.h>

#include "domain/dossiers/record_commands.hpp"
#include "server/print/labels.hpp"
#include "server/print/told.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/pdf_text.hpp"
#include "tests/support/every_field.hpp"

namespace {

using namespace server_tests;

/// Asks for the label of every field and choice that a record may have.
class EveryLabel final : public testing_support::EveryField {
 public:
  void begin_field(std::string_view name) override {
    field_ = name;
    if (name != "first" && name != "last" && name != "cents") {
      EXPECT_TRUE(server::print::label_of_field(name)) << name;
    }
  }
  void choice(std::size_t&, std::span<const std::string_view> names) override {
    ++choices_;
    for (const auto name : names)
      EXPECT_TRUE(server::print::label_of_choice(name)) << field_ << " " << name;
  }

  [[nodiscard]] int choices() const { return choices_; }

 private:
  std::string_view field_;
  int choices_ = 0;
};

TEST(Print, HasAPortugueseNameForEveryFieldAndChoice) {
  EveryLabel every;
  dossiers::DossierRecord any;
  core::visit_value(every, any);
  EXPECT_GT(every.choices(), 15);
}

std::vector<std::string> lines(const dossiers::DossierRecord& record) {
  std::vector<std::string> lines;
  for (const auto& field : server::print::told(record))
    for (const auto& value : field.field_values) lines.push_back(field.field_label + ": " + value);
  return lines;
}

TEST(Print, TellsARecordAsAPersonWouldReadIt) {
  dossiers::Programme programme;
  programme.title = "Cartão";
  programme.target_group = "Pessoas com mais de 65 anos";
  programme.period = {*core::Date::parse("2021-01-01"), *core::Date::parse("2021-12-31")};
  programme.budget = core::Money{123456789};
  programme.people_reached = 999;
  programme.responsible_partners = {"Centro de Saúde", "Misericórdia"};
  programme.indicators = {{"Cartões", 1200}, {"Consultas", std::nullopt}};
  EXPECT_EQ(lines(programme),
            (std::vector<std::string>{
                "Tema: Envelhecimento", "Destinatários: Pessoas com mais de 65 anos",
                "Período: De 1 de janeiro de 2021 a 31 de dezembro de 2021", "Estado: Em curso",
                "Orçamento: 1\u00a0234\u00a0567,89\u00a0€", "Pessoas abrangidas: 999",
                "Parceiros responsáveis: Centro de Saúde", "Parceiros responsáveis: Misericórdia",
                "Indicadores: Nome: Cartões; Valor: 1\u00a0200", "Indicadores: Nome: Consultas",
                "Proposta como boa prática: Não"}));
}

TEST(Print, TellsOneDayAsADay) {
  dossiers::Activity activity;
  activity.period = {*core::Date::parse("2021-05-02"), *core::Date::parse("2021-05-02")};
  EXPECT_EQ(lines(activity).at(1), "Período: 2 de maio de 2021");
}

TEST(Print, MakesADossierThatIsReadInOrder) {
  AwardYear year;
  year.open_edition();
  year.start_dossiers();
  const auto answer = year.alijo.reads("/dossiers/2021-1701/document", year.program.head());
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.header("content-type"), "application/pdf");
  EXPECT_TRUE(answer.body.contains("/StructTreeRoot"));
  EXPECT_TRUE(answer.body.contains("(pt-PT)"));
  const auto text = text_of_pdf(answer.body);
  EXPECT_TRUE(reads_in_order(
      text, {"Candidatura de Alijó", "Rascunho, ainda não submetido",
             "I. Conhecimento da realidade", "Diagnóstico Social", "Tema", "Período", "Aprovação",
             "III. Programas desenvolvidos", "falta 1 registo", "Sem registos.", "Página 1 de 1"}))
      << text;
  EXPECT_EQ(year.favaios.sends(http::Method::Get, "/api/v1/dossiers/2021-1701/document").in_short(),
            "403 not-permitted");
}

TEST(Print, ShowsRecordsThatTheEditionDoesNotAskFor) {
  AwardYear year;
  year.open_edition();
  year.start_dossiers();
  year.alijo.does(
      dossiers::AddRecord{dossier_of_alijo, core::RecordId("pagina"), dossier_samples::link()});
  const auto answer = year.alijo.reads("/dossiers/2021-1701/document", year.program.head());
  const auto text = text_of_pdf(answer.body);
  EXPECT_TRUE(reads_in_order(
      text, {"III. Programas desenvolvidos", "falta 1 registo", "VII. Informação online",
             "Esta edição não pede registos desta secção.", "Página da ação social"}))
      << text;
}

}  // namespace
