#include "domain/core/dates.hpp"

#include <array>
#include <charconv>
#include <cstdio>

namespace core {
namespace {

namespace chrono = std::chrono;

/// All of `digits` as a number, or nothing: no sign, no blank.
std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto* end = digits.data() + digits.size();
  if (digits.empty() || digits.front() < '0' || digits.front() > '9') return std::nullopt;
  const auto [rest, error] = std::from_chars(digits.data(), end, value);
  if (error != std::errc() || rest != end) return std::nullopt;
  return value;
}

std::optional<chrono::milliseconds> time_of_day(std::string_view text) {
  if (text.size() < 9 || text[2] != ':' || text[5] != ':' || text.back() != 'Z')
    return std::nullopt;
  const auto hours = number(text.substr(0, 2));
  const auto minutes = number(text.substr(3, 2));
  const auto seconds = number(text.substr(6, 2));
  if (!hours || !minutes || !seconds || *hours > 23 || *minutes > 59 || *seconds > 59)
    return std::nullopt;
  auto millis = std::optional(0);
  if (text.size() != 9)
    millis = text.size() == 13 && text[8] == '.' ? number(text.substr(9, 3)) : std::nullopt;
  if (!millis) return std::nullopt;
  return chrono::hours(*hours) + chrono::minutes(*minutes) + chrono::seconds(*seconds) +
         chrono::milliseconds(*millis);
}

}  // namespace

std::optional<Date> Date::parse(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = number(text.substr(5, 2));
  const auto day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const chrono::year_month_day date{chrono::year(*year),
                                    chrono::month(static_cast<unsigned>(*month)),
                                    chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) return std::nullopt;
  return Date(date);
}

std::string Date::text() const {
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02u", static_cast<int>(day_.year()),
                static_cast<unsigned>(day_.month()), static_cast<unsigned>(day_.day()));
  return buffer.data();
}

std::optional<Instant> Instant::parse(std::string_view text) {
  if (text.size() < 11 || text[10] != 'T') return std::nullopt;
  const auto date = Date::parse(text.substr(0, 10));
  const auto time = time_of_day(text.substr(11));
  if (!date || !time) return std::nullopt;
  return Instant(chrono::sys_days(date->day()) + *time);
}

std::string Instant::text() const {
  const auto day = chrono::floor<chrono::days>(time_);
  const chrono::hh_mm_ss clock(time_ - day);
  std::array<char, 32> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d",
                static_cast<int>(clock.hours().count()), static_cast<int>(clock.minutes().count()),
                static_cast<int>(clock.seconds().count()));
  std::string text = Date(chrono::year_month_day(day)).text() + buffer.data();
  if (const auto millis = clock.subseconds().count(); millis != 0) {
    std::snprintf(buffer.data(), buffer.size(), ".%03d", static_cast<int>(millis));
    text += buffer.data();
  }
  return text + "Z";
}

bool in_time(const Instant& now, const Instant& last) {
  using std::chrono::floor;
  using std::chrono::seconds;
  return floor<seconds>(now.time()) <= floor<seconds>(last.time());
}

}  // namespace core
