#pragma once

#include <vector>

#include "domain/dossiers/records.hpp"
#include "domain/entities/entity_events.hpp"
#include "domain/jury/evaluation_events.hpp"
#include "domain/practices/sheet.hpp"
#include "domain/regulation/regulation.hpp"

namespace bench {

/// What realistic events are made of: all that the demonstration's script and the reference hold.
struct Material {
  regulation::Regulation regulation;
  std::vector<entities::EntityRegistered> entities;
  std::vector<dossiers::DossierRecord> records;
  std::vector<std::vector<jury::Mark>> marks;  ///< of one juror on one dossier
  std::vector<practices::Sheet> sheets;
};

[[nodiscard]] const Material& material();

}  // namespace bench
