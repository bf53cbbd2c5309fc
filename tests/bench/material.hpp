#pragma once

#include <vector>

#include "domain/dossiers/dossier_commands.hpp"
#include "domain/entities/entity_events.hpp"
#include "domain/jury/evaluation_events.hpp"
#include "domain/practices/sheet.hpp"
#include "domain/regulation/regulation.hpp"

namespace bench {

/// What realistic events are made of: all that the demonstration's script and the reference hold.
struct Material {
  regulation::Regulation regulation;  ///< of the first edition, which the dossiers are of
  std::vector<entities::EntityRegistered> entities;
  std::vector<dossiers::DossierRecord> records;
  std::vector<dossiers::AddRecord> dossier;    ///< those of the fullest one
  std::vector<std::vector<jury::Mark>> marks;  ///< of one juror on one dossier
  std::vector<practices::Sheet> sheets;
};

[[nodiscard]] const Material& material();

}  // namespace bench
