#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "domain/core/fields.hpp"

namespace core {

/// A calendar day, written 2021-02-16 (ISO 8601).
class Date {
 public:
  static constexpr std::string_view format = "date";
  static constexpr std::string_view rule_pt = "Escreva a data na forma AAAA-MM-DD.";
  static constexpr std::string_view rule_en = "Write the date as YYYY-MM-DD.";

  Date() = default;
  explicit Date(std::chrono::year_month_day day) : day_(day) {}

  static std::optional<Date> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::chrono::year_month_day day() const { return day_; }

  friend auto operator<=>(const Date&, const Date&) = default;

 private:
  std::chrono::year_month_day day_{std::chrono::year(1970), std::chrono::January,
                                   std::chrono::day(1)};
};

/// A moment in UTC to the millisecond, written 2021-06-30T22:59:59Z or with .mmm (RFC 3339).
class Instant {
 public:
  using Time = std::chrono::sys_time<std::chrono::milliseconds>;

  static constexpr std::string_view format = "date-time";
  static constexpr std::string_view rule_pt =
      "Escreva o instante em UTC, na forma AAAA-MM-DDThh:mm:ssZ.";
  static constexpr std::string_view rule_en = "Write the instant in UTC, as YYYY-MM-DDThh:mm:ssZ.";

  Instant() = default;
  explicit Instant(Time time) : time_(time) {}

  static std::optional<Instant> parse(std::string_view text);
  [[nodiscard]] std::string text() const;
  [[nodiscard]] Time time() const { return time_; }

  friend auto operator<=>(const Instant&, const Instant&) = default;

 private:
  Time time_{};
};

/// Whether `now` is not after the deadline `last`, by the second: 23:59:59 is over when the clock
/// shows 00:00:00, whatever fraction of it a calendar names.
[[nodiscard]] bool in_time(const Instant& now, const Instant& last);

/// What clocks show at a moment, and the moment at which they show it; the first of two, and where
/// they pass it over, the one at which they do. The domain asks for it and knows no time zone.
struct WallClock {
  using Time = std::chrono::local_time<std::chrono::milliseconds>;
  Time (*shown)(const Instant& instant) = nullptr;
  Instant (*moment)(Time time) = nullptr;
};

/// From the first day to the last, both included.
struct Period {
  Date first;
  Date last;
  FIELDS(first, last)

  [[nodiscard]] bool well_ordered() const { return first <= last; }
  [[nodiscard]] bool contains(const Date& day) const { return first <= day && day <= last; }
  [[nodiscard]] bool contains(const Period& other) const {
    return contains(other.first) && contains(other.last);
  }
  [[nodiscard]] bool overlaps(const Period& other) const {
    return first <= other.last && other.first <= last;
  }
};

}  // namespace core
