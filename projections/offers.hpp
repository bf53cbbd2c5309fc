#pragma once

#include <string>
#include <vector>

#include "domain/dossiers/prefill.hpp"
#include "projections/dossier_board.hpp"
#include "projections/views.hpp"

namespace projections {

/// What an entity has told before, and may tell again with a word.
struct Offer {
  dossiers::RecordOrigin origin;
  std::string edition_title;  ///< of the origin
  regulation::Section section = regulation::Section::I;
  bool brought_into_mandate = false;  ///< its period was cut to the mandate: look at its dates
  bool outside_mandate = false;       ///< its period ended before the mandate, and has to be given
  dossiers::DossierRecord record;
  FIELDS(origin, edition_title, section, brought_into_mandate, outside_mandate, record)
};

/// The records of the entity's dossiers in editions that opened earlier which may stand in this one
/// (`dossiers::offered`), in sections that it has; the latest edition first. Neither those that it
/// has taken already, nor an older one that a later dossier took over. Nothing where there is no
/// such dossier.
[[nodiscard]] std::optional<std::vector<Offer>> offers_for(const Views& views,
                                                           const core::DossierId& dossier);

}  // namespace projections
