#pragma once

#include "domain/awards/basis.hpp"
#include "domain/awards/outcome_events.hpp"
#include "domain/core/context.hpp"
#include "domain/core/result.hpp"

namespace awards {

/// The digests of all that the result follows from, part by part: "regulation",
/// "dossiers[2021-1701]", "entities[1701]", "earlier[2020]". Each is the SHA-256 of the part as it
/// is written.
[[nodiscard]] std::vector<SourceDigest> sources_of(const Basis& basis, const core::Writing& writing,
                                                   core::ForEach for_each = core::one_by_one);

/// The result that follows from this basis, which is sound (`check`): the same every time and
/// everywhere, in whatever order `for_each` goes over the dossiers. Errors: those of `Draw::make`.
[[nodiscard]] core::Result<ResultComputed> result_of(const Basis& basis,
                                                     const core::Writing& writing,
                                                     core::ForEach for_each = core::one_by_one);

/// The result of what the facts tell once scoring has closed. Errors: "scoring-open", those of
/// `basis_of` and of the draw.
[[nodiscard]] core::Result<ResultComputed> compute(const core::Context& context,
                                                   const std::optional<std::string>& draw_seed);

}  // namespace awards
