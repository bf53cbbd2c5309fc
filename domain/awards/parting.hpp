#pragma once

#include <optional>

#include "domain/awards/outcome_events.hpp"

namespace awards {

/// "critério «Alcance»", of the regulation.
[[nodiscard]] Reason criterion_in_words(const regulation::Regulation& regulation,
                                        const core::CriterionId& id);

/// What put `one` before `other`, both ranked in one category with the same points as published:
/// the exact points, or else the first step of the tie-break in which they differ, with what each
/// has in it: "pelo critério «Alcance»: 90,00 contra 85,00". Nothing where they are equal in every
/// step, and where the result was computed before it told what the step looks at.
[[nodiscard]] std::optional<Reason> parting(const regulation::Regulation& regulation,
                                            const DossierResult& one, const DossierResult& other);

}  // namespace awards
