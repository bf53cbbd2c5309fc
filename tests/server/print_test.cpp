#include <gtest/gtest.h>

#include <fstream>

#include "server/child_process.hpp"
#include "server/print/labels.hpp"
#include "server/print/told.hpp"
#include "server/share.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/temporary_folder.hpp"

namespace {

using namespace server_tests;

/// Meets every field and choice that a record may have.
class EveryLabel final : public core::FieldVisitor {
 public:
  void begin_record() override {}
  void begin_field(std::string_view name) override {
    fields_.emplace_back(name);
    if (name != "first" && name != "last" && name != "cents") {
      EXPECT_TRUE(server::print::label_of_field(name)) << name;
    }
  }
  void end_field() override { fields_.pop_back(); }
  void end_record() override {}
  void text(std::string&, std::string_view) override {}
  void integer(std::int64_t&) override {}
  void boolean(bool&) override {}
  void choice(std::size_t&, std::span<const std::string_view> names) override {
    ++choices_;
    for (const auto name : names)
      EXPECT_TRUE(server::print::label_of_choice(name)) << fields_.back() << " " << name;
  }
  void verbatim(std::string&) override {}
  std::size_t begin_list(std::size_t) override { return 1; }
  void begin_item(std::size_t) override {}
  void end_item() override {}
  void end_list() override {}
  bool optional(bool) override { return true; }
  void begin_variant(std::span<const std::string_view>) override {}
  bool begin_alternative(std::size_t, std::size_t) override { return true; }
  void end_alternative() override {}
  void end_variant() override {}

  [[nodiscard]] int choices() const { return choices_; }

 private:
  std::vector<std::string> fields_;
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

std::string text_of(const std::string& pdf) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "document.pdf";
  const auto text = folder.path() / "document.txt";
  std::ofstream(file, std::ios::binary) << pdf;
  constexpr std::chrono::seconds patience(20);
  EXPECT_EQ(
      server::run_program({"pdftotext", "-enc", "UTF-8", file.string(), text.string()}, patience),
      0);
  return server::read_file(text).value_or("");
}

/// The places where the words stand, each sought after the one before.
bool reads_in_order(const std::string& text, const std::vector<std::string>& words) {
  std::size_t from = 0;
  for (const auto& word : words) {
    const auto place = text.find(word, from);
    if (place == std::string::npos) return false;
    from = place + word.size();
  }
  return true;
}

TEST(Print, MakesADossierThatIsReadInOrder) {
  AwardYear year;
  year.open_edition();
  year.start_dossiers();
  const auto answer = year.alijo.sends(http::Method::Get, "/api/v1/dossiers/2021-1701/document");
  ASSERT_EQ(answer.status, 200) << answer.body;
  EXPECT_EQ(answer.header("content-type"), "application/pdf");
  EXPECT_TRUE(answer.body.contains("/StructTreeRoot"));
  EXPECT_TRUE(answer.body.contains("(pt-PT)"));
  const auto text = text_of(answer.body);
  EXPECT_TRUE(reads_in_order(
      text, {"Candidatura de Alijó", "Rascunho, ainda não submetido",
             "I. Conhecimento da realidade", "Diagnóstico Social", "Tema", "Período", "Aprovação",
             "III. Programas desenvolvidos", "falta 1 registo", "Sem registos.", "Página 1 de 1"}))
      << text;
  EXPECT_EQ(year.favaios.sends(http::Method::Get, "/api/v1/dossiers/2021-1701/document").in_short(),
            "403 not-permitted");
}

}  // namespace
