#pragma once

#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/core/ids.hpp"

/// What several commands of the jury ask and check alike.
namespace jury {

[[nodiscard]] core::Error unknown_juror();

/// The edition is there and its result not closed, in whose minutes stands what the jury did.
/// Errors: "unknown-edition", "result-closed".
[[nodiscard]] core::Result<void> check_open(const core::EditionId& edition,
                                            const core::Facts& facts);

/// Whether each dossier is of the edition, eligible and named once, and there is one.
/// Errors: "dossiers-missing", "dossier-repeated", "dossier-not-eligible".
[[nodiscard]] core::Result<void> check_dossiers(const core::EditionId& edition,
                                                const std::vector<core::DossierId>& dossiers,
                                                const core::Facts& facts);

/// The streams that tell of the edition, of its result and of these dossiers.
[[nodiscard]] std::vector<core::StreamRef> edition_and(
    const core::EditionId& edition, const std::vector<core::DossierId>& dossiers = {});

}  // namespace jury
