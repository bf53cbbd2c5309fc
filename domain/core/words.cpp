#include "domain/core/words.hpp"

#include <array>
#include <cstdio>

namespace core {
namespace {

namespace chrono = std::chrono;

constexpr std::array pt_months = {"janeiro",  "fevereiro", "março",    "abril",
                                  "maio",     "junho",     "julho",    "agosto",
                                  "setembro", "outubro",   "novembro", "dezembro"};
constexpr std::array en_months = {"January",   "February", "March",    "April",
                                  "May",       "June",     "July",     "August",
                                  "September", "October",  "November", "December"};

std::string time_of_day(const WallClock::Time& time) {
  const chrono::hh_mm_ss clock(time - chrono::floor<chrono::days>(time));
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", static_cast<int>(clock.hours().count()),
                static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  constexpr std::size_t minutes = 5;
  return {text.data(), clock.seconds().count() == 0 ? minutes : minutes + 3};
}

}  // namespace

Words in_words(const Date& date) {
  const auto day = std::to_string(static_cast<unsigned>(date.day().day()));
  const auto month = static_cast<unsigned>(date.day().month()) - 1;
  const auto year = std::to_string(static_cast<int>(date.day().year()));
  return {day + " de " + pt_months.at(month) + " de " + year,
          day + " " + en_months.at(month) + " " + year};
}

Words in_words(const Instant& instant, const WallClock& lisbon) {
  const auto time = lisbon.shown(instant);
  auto [pt, en] = in_words(Date(chrono::year_month_day(chrono::floor<chrono::days>(time))));
  const auto at = time_of_day(time);
  return {pt + ", às " + at + " (hora de Lisboa)", en + ", " + at + " (Lisbon time)"};
}

}  // namespace core
