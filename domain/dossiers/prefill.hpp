#pragma once

#include <optional>

#include "domain/dossiers/records.hpp"
#include "domain/regulation/regulation.hpp"

namespace dossiers {

/// A record of an earlier dossier as it might stand in a new one.
struct Offered {
  DossierRecord record;
  bool brought_into_mandate = false;  ///< its period was cut to the new mandate
  bool outside_mandate = false;       ///< its period ended before it: who takes it over dates it
};

/// Whether a record of an earlier dossier may be offered under these rules' mandate: it lies
/// within, or it is a programme still open, which goes on in it: a period that overlaps the mandate
/// is then cut to it, and one that ended before stays as it was told, as nobody knows the new one.
/// Nothing where they (`check`) would refuse anything else. Figures and results are of when they
/// were told.
[[nodiscard]] std::optional<Offered> offered(DossierRecord record,
                                             const regulation::Regulation& rules);

}  // namespace dossiers
