#pragma once

#include "domain/core/context.hpp"
#include "domain/dossiers/dossier.hpp"
#include "domain/facts.hpp"
#include "tests/support/regulations.hpp"

/// Favaios's dossier in the edition of 2021, and records that may stand in it.
namespace dossier_samples {

inline const core::EditionId edition("2021");
inline const core::EntityCode favaios("170107");
inline const core::DossierId dossier = core::dossier_of(edition, favaios);
inline const core::RecordId first("r1");

inline core::Date date(const char* text) {
  return core::Date::parse(text).value();
}

inline dossiers::Diagnosis diagnosis() {
  dossiers::Diagnosis record;
  record.title = "Diagnóstico Social";
  record.description = "O que se sabe da freguesia.";
  record.period = {date("2018-01-01"), date("2018-12-31")};
  record.approval = dossiers::Approval{"Assembleia de Freguesia", date("2019-02-01")};
  return record;
}

inline dossiers::Orientation orientation() {
  dossiers::Orientation record;
  record.title = "Plano de Ação";
  record.description = "O que se quer fazer.";
  record.period = {date("2021-01-01"), date("2021-06-30")};
  record.domains = {{1, "Saúde", "Cuidados ao alcance de todos.", {"Prevenir"}},
                    {2, "Habitação", "Casas dignas.", {}}};
  record.alignments = {{dossiers::Framework::Portugal2030, "As pessoas primeiro"}};
  return record;
}

inline dossiers::Programme programme() {
  dossiers::Programme record;
  record.title = "Oficina Solidária";
  record.description = "Pequenas reparações em casa de quem não as pode pagar.";
  record.target_group = "Famílias com poucos recursos";
  record.period = {date("2018-03-01"), date("2021-02-28")};
  record.budget = core::Money{250000};
  record.responsible_partners = {"Junta de Freguesia"};
  record.indicators = {{"N.º de famílias", 12}};
  return record;
}

inline dossiers::Activity activity() {
  dossiers::Activity record;
  record.title = "Tarde de convívio";
  record.description = "Um encontro entre gerações.";
  record.period = {date("2019-10-01"), date("2019-10-01")};
  record.place = "Salão da Junta";
  record.audience = "População sénior";
  return record;
}

inline dossiers::Support support() {
  dossiers::Support record;
  record.beneficiary = "Associação de exemplo";
  record.beneficiary_nipc = "599999993";
  record.amount = core::Money{50000};
  record.date = date("2020-05-04");
  record.purpose = "Compra de uma carrinha.";
  return record;
}

inline dossiers::Partnership partnership() {
  dossiers::Partnership record;
  record.partner = "Centro de saúde";
  record.date = date("2018-05-04");
  record.purpose = "Consultas ao domicílio.";
  record.contributions = {"Transporte"};
  record.results = {{"Consultas", 40, date("2019-05-04")}};
  return record;
}

inline dossiers::Link link() {
  dossiers::Link record;
  record.title = "Página da ação social";
  record.url = "https://www.example.pt/acao-social";
  record.date = date("2021-01-01");
  return record;
}

inline dossiers::PrintedMatter printed_matter() {
  dossiers::PrintedMatter record;
  record.title = "Guia do cidadão sénior";
  record.date = date("2020-01-01");
  record.print_run = 500;
  record.distribution = "Porta a porta.";
  return record;
}

inline std::vector<dossiers::DossierRecord> one_of_each() {
  return {diagnosis(), orientation(), programme(), activity(),
          support(),   partnership(), link(),      printed_matter()};
}

inline facts::Edition edition_fact() {
  return {edition, testing_support::small_regulation()};
}
inline facts::Entity entity_fact() {
  return {favaios, "Favaios", regulation::Category::Freguesia, core::EntityCode("1701")};
}

inline core::Actor person(const char* account) {
  return {core::AccountId(account), {}, {}};
}

inline dossiers::DossierStarted started() {
  return {dossier, edition, favaios, regulation::Category::Freguesia};
}
inline dossiers::DossierRecordAdded added(const char* id, dossiers::DossierRecord record) {
  return {dossier, core::RecordId(id), std::move(record)};
}
inline dossiers::StoredFile stored_file(std::int64_t bytes = 2000) {
  return {"application/pdf", bytes, std::string(64, 'a'), std::string(64, 'b'), true};
}
inline dossiers::DossierAttachmentAdded attached(const char* id, const char* record,
                                                 dossiers::StoredFile file = stored_file()) {
  return {dossier,
          core::AttachmentId(id),
          core::RecordId(record),
          "Ata da aprovação",
          std::move(file),
          core::Instant::parse("2021-04-01T09:00:00Z").value(),
          core::AccountId("ana")};
}
inline dossiers::DossierSubmitted submitted() {
  return {dossier,
          core::Instant::parse("2021-06-01T10:00:00Z").value(),
          core::AccountId("ana"),
          {"Ana Lopes", "Presidente da Junta"}};
}

}  // namespace dossier_samples
