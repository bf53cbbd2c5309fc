#pragma once

#include "domain/awards/scoring.hpp"
#include "domain/regulation/eligibility.hpp"

namespace awards {

/// Whether a condition on a dossier's points is met, and what is so. Where rounding to `decimals`
/// would hide on which side of a limit they lie, the exact fraction is told too.
[[nodiscard]] regulation::Finding find(const regulation::TotalPoints& condition, const Score& score,
                                       std::int64_t decimals);
[[nodiscard]] regulation::Finding find(const regulation::SectionPoints& condition,
                                       const Score& score, std::int64_t decimals);

/// "III"
[[nodiscard]] std::string section_name(regulation::Section section);

}  // namespace awards
