#pragma once

#include <string>

#include "domain/core/dates.hpp"

namespace core {

/// What is said to people, in both languages.
struct Words {
  std::string pt;
  std::string en;
};

/// "30 de junho de 2021" and "30 June 2021".
[[nodiscard]] Words in_words(const Date& date);

/// "30 de junho de 2021, às 23:59:59 (hora de Lisboa)" and "30 June 2021, 23:59:59 (Lisbon time)";
/// 09:00 needs no seconds.
[[nodiscard]] Words in_words(const Instant& instant, const WallClock& lisbon);

}  // namespace core
