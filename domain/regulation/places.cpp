#include "domain/regulation/places.hpp"

#include <algorithm>
#include <array>

#include "domain/core/names.hpp"

namespace regulation {
namespace {

constexpr std::array districts = {District{"01", "Aveiro"},
                                  District{"02", "Beja"},
                                  District{"03", "Braga"},
                                  District{"04", "Bragança"},
                                  District{"05", "Castelo Branco"},
                                  District{"06", "Coimbra"},
                                  District{"07", "Évora"},
                                  District{"08", "Faro"},
                                  District{"09", "Guarda"},
                                  District{"10", "Leiria"},
                                  District{"11", "Lisboa"},
                                  District{"12", "Portalegre"},
                                  District{"13", "Porto"},
                                  District{"14", "Santarém"},
                                  District{"15", "Setúbal"},
                                  District{"16", "Viana do Castelo"},
                                  District{"17", "Vila Real"},
                                  District{"18", "Viseu"},
                                  District{"31", "Ilha da Madeira"},
                                  District{"32", "Ilha de Porto Santo"},
                                  District{"41", "Ilha de Santa Maria"},
                                  District{"42", "Ilha de São Miguel"},
                                  District{"43", "Ilha Terceira"},
                                  District{"44", "Ilha da Graciosa"},
                                  District{"45", "Ilha de São Jorge"},
                                  District{"46", "Ilha do Pico"},
                                  District{"47", "Ilha do Faial"},
                                  District{"48", "Ilha das Flores"},
                                  District{"49", "Ilha do Corvo"}};

constexpr std::array<std::string_view, 35> nuts = {
    "PT11", "PT111", "PT112", "PT119", "PT11A", "PT11B", "PT11C", "PT11D", "PT11E",
    "PT15", "PT150", "PT19",  "PT191", "PT192", "PT193", "PT194", "PT195", "PT196",
    "PT1A", "PT1A0", "PT1B",  "PT1B0", "PT1C",  "PT1C1", "PT1C2", "PT1C3", "PT1C4",
    "PT1D", "PT1D1", "PT1D2", "PT1D3", "PT20",  "PT200", "PT30",  "PT300"};

}  // namespace

std::span<const District> all_districts() {
  return districts;
}

std::span<const std::string_view> all_nuts() {
  return nuts;
}

bool is_district(std::string_view name) {
  return std::ranges::count(districts, name, &District::name) > 0;
}

bool is_nuts(std::string_view code) {
  return std::ranges::count(nuts, code) > 0;
}

bool is_municipality_code(std::string_view code) {
  constexpr std::size_t length = 4;
  return code.size() == length &&
         std::ranges::count(districts, code.substr(0, 2), &District::code) > 0;
}

std::optional<std::string> meant_place(std::string_view text) {
  const auto wanted = core::folded_name(text);
  for (const auto& district : districts)
    if (core::folded_name(district.name) == wanted) return std::string(district.name);
  for (const auto code : nuts)
    if (core::folded_name(code) == wanted) return std::string(code);
  return std::nullopt;
}

}  // namespace regulation
