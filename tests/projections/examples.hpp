#pragma once

#include "domain/accounts/account_events.hpp"
#include "domain/editions/edition_events.hpp"
#include "domain/entities/entity_events.hpp"
#include "tests/support/regulations.hpp"

/// The places and people of these tests.
namespace testing_support {

inline entities::EntityRegistered municipality(const char* code, const char* name,
                                               const char* nuts2 = "Norte") {
  entities::EntityRegistered entity;
  entity.code = core::EntityCode(code);
  entity.official_name = name;
  entity.display_name = name;
  entity.municipality = entity.code;
  entity.district = "Vila Real";
  entity.region = "Continente";
  entity.nuts2_code = std::string(nuts2) == "Norte" ? "PT11" : "PT19";
  entity.nuts2 = nuts2;
  entity.nuts3_code = entity.nuts2_code + "D";
  entity.nuts3 = "Douro";
  return entity;
}

inline entities::EntityRegistered parish(const char* code, const char* name) {
  auto entity = municipality(code, name);
  entity.category = regulation::Category::Freguesia;
  entity.municipality = core::EntityCode(std::string(code).substr(0, 4));
  return entity;
}

inline entities::EntityRegistered alijo() {
  return municipality("1701", "Alijó");
}

inline editions::EditionOpened edition_2021() {
  return {core::EditionId("2021"), "Edição de 2021", true, small_regulation()};
}

inline accounts::AccountOpened account(const char* id, std::vector<core::Role> roles) {
  return {core::AccountId(id), "Ana Lopes",      "ana@example.pt",
          "$argon2id$secret",  std::move(roles), {}};
}

}  // namespace testing_support
