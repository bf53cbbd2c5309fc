#pragma once

#include <vector>

#include "domain/jury/panel_events.hpp"
#include "domain/regulation/regulation.hpp"
#include "server/demonstration/cast.hpp"

/// An edition of full size, invented: every state that a dossier, a jury and a result go through.
/// All of it follows from the register, the hand-written dossiers and the words, and is the same
/// every time.
namespace server {

struct FullEdition {
  core::EditionId edition;
  regulation::Regulation rules;
  Words words;
  Cast cast;
};

using Assignments = std::vector<jury::Pairing>;

/// The invented dossiers from their start to their screening, clarifications and withdrawals with
/// it.
[[nodiscard]] Steps dossier_steps(const FullEdition& full);

/// The jury is appointed, says where it has conflicts, and is assigned.
[[nodiscard]] Steps jury_steps(const FullEdition& full);

/// The round, in which one juror leaves with half of the work done, another takes what is left, and
/// two forget to seal what they gave one dossier.
[[nodiscard]] Steps round_steps(const FullEdition& full, const Assignments& assigned);

/// The leaver is dismissed; what was left goes to others, the newcomer among them.
void replace_leaver(const FullEdition& full, const std::vector<core::DossierId>& left,
                    Steps& steps);

/// What was assigned when one had left.
[[nodiscard]] Steps second_round_steps(const FullEdition& full, const Assignments& assigned);

/// The result is computed, computed again after a late conflict, voted on, published, heard on,
/// made final, replaced after a complaint, and closed.
[[nodiscard]] Steps result_steps(const FullEdition& full, const Assignments& assigned);

/// Dossiers to which something happens that is told apart.
struct Unusual {
  core::DossierId forgotten;  ///< two jurors do not seal what they gave it
  core::DossierId late;       ///< a juror finds a conflict after sealing
  core::DossierId heard;      ///< its entity speaks of the provisional list
  core::DossierId upheld;     ///< its complaint
  core::DossierId dismissed;
};
[[nodiscard]] Unusual unusual_dossiers(const FullEdition& full, const Assignments& assigned);

}  // namespace server
