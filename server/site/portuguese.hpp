#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/regulation/regulation.hpp"

/// How things are called and written in Portuguese from Portugal.
namespace server::site {

/// "30 de junho de 2021, 23:59", as clocks in Lisbon show it.
[[nodiscard]] std::string moment_in_words(const core::Instant& instant);
/// "30 de junho de 2021": the day of that instant in Lisbon.
[[nodiscard]] std::string day_in_words(const core::Instant& instant);
[[nodiscard]] std::string day_in_words(const core::Date& date);

/// "1 autarquia", "12 autarquias".
[[nodiscard]] std::string counted(std::size_t count, std::string_view one, std::string_view many);
/// "um", "dois" to "dez", then digits; `feminine`: "uma", "duas".
[[nodiscard]] std::string number_in_words(std::size_t count, bool feminine = false);
/// "A", "A e B", "A, B e C"; or with another word before the last.
[[nodiscard]] std::string listed(const std::vector<std::string>& items,
                                 std::string_view last = "e");

[[nodiscard]] std::string_view name_of(regulation::Category category);
[[nodiscard]] std::string_view plural_of(regulation::Category category);
[[nodiscard]] std::string_view name_of(regulation::AwardKind award);
/// "I" to "VIII".
[[nodiscard]] std::string_view numeral_of(regulation::Section section);

}  // namespace server::site
