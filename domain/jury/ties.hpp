#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/facts.hpp"
#include "domain/jury/panel_commands.hpp"

/// Conflicts that follow from what a juror is tied to.
namespace jury {

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

/// The first tie that makes a conflict with a dossier of this party; nullptr where none does.
[[nodiscard]] const Tie* tie_to(const Party& party, const std::vector<Tie>& ties);

/// The conflict that follows from the tie.
[[nodiscard]] ConflictImposed conflict_of(const facts::Assignment& pair, const Party& party,
                                          const Tie& tie);

}  // namespace jury
