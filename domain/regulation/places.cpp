#include "domain/regulation/places.hpp"

#include <algorithm>
#include <array>

#include "domain/core/names.hpp"

namespace regulation {
namespace {

constexpr std::array districts = {District{"01", "Aveiro", 19},
                                  District{"02", "Beja", 14},
                                  District{"03", "Braga", 14},
                                  District{"04", "Bragança", 12},
                                  District{"05", "Castelo Branco", 11},
                                  District{"06", "Coimbra", 17},
                                  District{"07", "Évora", 14},
                                  District{"08", "Faro", 16},
                                  District{"09", "Guarda", 14},
                                  District{"10", "Leiria", 16},
                                  District{"11", "Lisboa", 16},
                                  District{"12", "Portalegre", 15},
                                  District{"13", "Porto", 18},
                                  District{"14", "Santarém", 21},
                                  District{"15", "Setúbal", 13},
                                  District{"16", "Viana do Castelo", 10},
                                  District{"17", "Vila Real", 14},
                                  District{"18", "Viseu", 24},
                                  District{"31", "Ilha da Madeira", 10},
                                  District{"32", "Ilha de Porto Santo", 1},
                                  District{"41", "Ilha de Santa Maria", 1},
                                  District{"42", "Ilha de São Miguel", 6},
                                  District{"43", "Ilha Terceira", 2},
                                  District{"44", "Ilha da Graciosa", 1},
                                  District{"45", "Ilha de São Jorge", 2},
                                  District{"46", "Ilha do Pico", 3},
                                  District{"47", "Ilha do Faial", 1},
                                  District{"48", "Ilha das Flores", 2},
                                  District{"49", "Ilha do Corvo", 1}};

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
  constexpr std::size_t of_district = 2;
  const auto district = std::ranges::find(districts, code.substr(0, of_district), &District::code);
  if (district == districts.end() || code.size() != 2 * of_district) return false;
  const auto last = code.substr(of_district);
  const bool is_number = std::ranges::all_of(last, [](char c) { return c >= '0' && c <= '9'; });
  const int number = (last[0] - '0') * 10 + (last[1] - '0');
  return is_number && number >= 1 && number <= district->municipalities;
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
