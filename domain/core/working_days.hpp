#pragma once

#include <chrono>
#include <cstdint>

namespace core {

/// Whether offices of the State are open: no Saturday, Sunday or national holiday (Código do
/// Trabalho, art. 234). Holidays of one municipality or one year are not known.
[[nodiscard]] bool is_working_day(std::chrono::sys_days day);

/// The last day of a term of so many working days, which begins on the day after (Código do
/// Procedimento Administrativo, art. 87). `days` is at least 1.
[[nodiscard]] std::chrono::sys_days end_of_term(std::chrono::sys_days after, std::int64_t days);

/// Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, ch. 8).
[[nodiscard]] std::chrono::sys_days easter(std::chrono::year year);

}  // namespace core
