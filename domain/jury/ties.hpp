#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "domain/facts.hpp"
#include "domain/jury/panel_commands.hpp"

/// Conflicts that follow from what a juror is tied to.
namespace jury {

/// The autarquia that a juror belongs to.
struct Affiliation {
  core::EntityCode municipality;
  std::string name;  ///< empty where the appointment did not tell it
};

/// What of a dossier a juror may be tied to.
struct Party {
  core::EntityCode municipality;              ///< of the entity
  std::vector<facts::Organisation> partners;  ///< names folded; autarquias among them
};

/// The parties to each dossier that is eligible and whose entity is known.
[[nodiscard]] std::map<core::DossierId, Party> parties(const core::Facts& facts);

/// With the name and the municipality of each autarquia.
/// Errors: "list-length", "tie-of-one", "unknown-entity", "nipc", and those of `core::check_length`
/// on the organisation.
[[nodiscard]] core::Result<std::vector<Tie>> known_ties(const std::vector<StatedTie>& stated,
                                                        const core::Facts& facts);

/// The conflict that follows from where the juror belongs, or else from the first tie that makes
/// one with a dossier of this party.
[[nodiscard]] std::optional<ConflictImposed> conflict_between(
    const facts::Assignment& pair, const Party& party,
    const std::optional<Affiliation>& affiliation, const std::vector<Tie>& ties);

}  // namespace jury
