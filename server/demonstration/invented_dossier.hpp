#pragma once

#include "domain/dossiers/dossier_commands.hpp"
#include "domain/entities/entity_events.hpp"
#include "server/demonstration/words.hpp"

namespace server {

/// Whether the entity tells anything on paper; where it does not, that section does not apply.
[[nodiscard]] bool prints(const core::EntityCode& entity);

/// A dossier that never was, with records of `time` in every section that applies: two or three
/// themes of the words, which the entity's code chooses. A municipality has more to tell.
[[nodiscard]] std::vector<dossiers::AddRecord> invented_dossier(const core::DossierId& dossier,
                                                                const entities::Profile& entity,
                                                                const core::Period& time,
                                                                const Words& words);

}  // namespace server
