#pragma once

#include "domain/facts.hpp"
#include "domain/practices/practice.hpp"

namespace testing_support {

inline practices::Sheet sheet() {
  practices::Sheet sheet;
  sheet.text.pt.title = "Cartão Municipal do Idoso";
  sheet.text.pt.summary = "Um cartão que torna mais fácil participar a quem tem menos.";
  sheet.text.pt.about = "O município cria um cartão para a população mais velha.";
  sheet.period.first = core::Date::parse("2021-02-16");
  sheet.place = "Todo o concelho";
  sheet.partners = {{"Município de Alijó", practices::Support::Financial}};
  sheet.classification = {regulation::Theme::Envelhecimento, {1, 10}, {"cartão"}};
  sheet.phase = practices::Phase::Pilot;
  sheet.contact = {"Rede Social de Alijó", "redesocial@cm-alijo.pt", std::nullopt, true};
  return sheet;
}

inline practices::Proposal proposal() {
  return {sheet(), core::PracticeId("cartao-do-idoso"), core::DossierId("2021-1701"),
          core::RecordId("cartao"), core::EntityCode("1701")};
}

inline practices::Revision revision() {
  auto revised = sheet();
  revised.text.pt.title = "Cartão do Idoso";
  return {revised, core::PracticeId("cartao-do-idoso")};
}

/// Alijó's dossier, which offers the record "cartao".
inline facts::Dossier dossier(facts::DossierState state = facts::DossierState::Eligible) {
  return {core::DossierId("2021-1701"),
          regulation::Category::Municipio,
          state,
          {core::RecordId("cartao")}};
}

}  // namespace testing_support
