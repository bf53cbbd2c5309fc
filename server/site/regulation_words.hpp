#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "domain/regulation/regulation.hpp"

namespace projections {
struct Tie;
}

/// A regulation in plain Portuguese, for those who apply and those who check.
namespace server::site {

[[nodiscard]] std::int64_t weight_of(const regulation::SectionRules& section);
/// "40 %", "12,5 %" of all weights.
[[nodiscard]] std::string percent_of(std::int64_t weight, const regulation::Regulation& rules);
[[nodiscard]] std::string_view explanation_of(regulation::Category category);
[[nodiscard]] std::vector<std::string> eligibility_in_words(const regulation::Regulation& rules);
[[nodiscard]] std::string scale_in_words(const regulation::Regulation& rules);
[[nodiscard]] std::vector<std::string> jury_rules_in_words(const regulation::Regulation& rules);
[[nodiscard]] std::string award_in_words(const regulation::AwardRule& rule);
[[nodiscard]] std::vector<std::string> conditions_in_words(const regulation::Regulation& rules,
                                                           const regulation::AwardRule& rule);
[[nodiscard]] std::vector<std::string> tie_break_in_words(const regulation::Regulation& rules);
/// "Alijó fica à frente de Murça pelo critério «Alcance»: 90,00 contra 85,00."
[[nodiscard]] std::string tie_in_words(const projections::Tie& tie);

}  // namespace server::site
