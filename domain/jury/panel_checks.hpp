#pragma once

#include <string>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/core/ids.hpp"
#include "domain/facts.hpp"

/// What several commands of the jury ask and check alike.
namespace jury {

[[nodiscard]] core::Error unknown_juror();
[[nodiscard]] core::Error unknown_entity(const std::string& field);

/// nullptr where there is none.
[[nodiscard]] const facts::Entity* find_entity(const core::Facts& facts,
                                               const core::EntityCode& code);

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
