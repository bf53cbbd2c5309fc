#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"
#include "domain/regulation/category.hpp"

namespace entities {

/// What the register says of a municipality or parish. A parish repeats its municipality's
/// district, region and NUTS (NUTS 2024), so that no reader has to look them up.
struct Profile {
  core::EntityCode code;  ///< INE's: 4 characters for a municipality, 6 for a parish
  std::string official_name;
  std::string display_name;  ///< short; a municipality's is unique ("Lagoa (Algarve)")
  regulation::Category category = regulation::Category::Municipio;
  core::EntityCode municipality;  ///< its own code for a municipality
  std::string district;           ///< or island
  std::string region;
  std::string nuts2_code;
  std::string nuts2;
  std::string nuts3_code;
  std::string nuts3;
  std::optional<std::int64_t> population_2021;
  std::optional<std::int64_t> voters_2025;
  std::optional<std::string> website;  ///< host, without www
  FIELDS(code, official_name, display_name, category, municipality, district, region, nuts2_code,
         nuts2, nuts3_code, nuts3, population_2021, voters_2025, website)

  friend bool operator==(const Profile&, const Profile&) = default;
};

/// A later one replaces what an earlier one said of the same entity.
struct EntityRegistered : Profile {
  static constexpr std::string_view name = "entity-registered";
};

}  // namespace entities
