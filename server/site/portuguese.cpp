#include "server/site/portuguese.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "domain/core/words.hpp"
#include "server/lisbon.hpp"

namespace server::site {
namespace {

std::string day_in_words(const core::WallClock::Time& time) {
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(time));
  return core::in_words(core::Date(day)).pt;
}

}  // namespace

std::string moment_in_words(const core::Instant& instant) {
  const auto time = lisbon().shown(instant);
  const auto midnight = std::chrono::floor<std::chrono::days>(time);
  const std::chrono::hh_mm_ss clock(time - midnight);
  return fmt::format("{}, {:02}:{:02}", day_in_words(time), clock.hours().count(),
                     clock.minutes().count());
}

std::string day_in_words(const core::Instant& instant) {
  return day_in_words(lisbon().shown(instant));
}

std::string day_in_words(const core::Date& date) {
  return core::in_words(date).pt;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return fmt::format("{} {}", count, count == 1 ? one : many);
}

std::string number_in_words(std::size_t count, bool feminine) {
  constexpr std::array words = {"zero", "um",   "dois", "três", "quatro", "cinco",
                                "seis", "sete", "oito", "nove", "dez"};
  if (count >= words.size()) return std::to_string(count);
  if (feminine && count == 1) return "uma";
  if (feminine && count == 2) return "duas";
  return words.at(count);
}

std::string listed(const std::vector<std::string>& items, std::string_view last) {
  std::string text;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (i > 0) text += i + 1 == items.size() ? fmt::format(" {} ", last) : ", ";
    text += items[i];
  }
  return text;
}

std::string_view name_of(regulation::Category category) {
  constexpr std::array<std::string_view, 3> names = {"Município", "Freguesia",
                                                     "União de Freguesias"};
  return names.at(static_cast<std::size_t>(category));
}

std::string_view plural_of(regulation::Category category) {
  constexpr std::array<std::string_view, 3> names = {"municípios", "freguesias",
                                                     "uniões de freguesias"};
  return names.at(static_cast<std::size_t>(category));
}

std::string_view name_of(regulation::AwardKind award) {
  constexpr std::array<std::string_view, 4> names = {"Galardão", "Bandeira", "Menção honrosa",
                                                     "Prémio"};
  return names.at(static_cast<std::size_t>(award));
}

std::string_view numeral_of(regulation::Section section) {
  return choice_names(section)[static_cast<std::size_t>(section)];
}

}  // namespace server::site
