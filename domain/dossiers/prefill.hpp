#pragma once

#include <optional>

#include "domain/dossiers/records.hpp"

namespace dossiers {

/// A record of an earlier dossier as it might stand in a new one.
struct Offered {
  DossierRecord record;
  bool brought_into_mandate = false;  ///< its period was cut to the new mandate
};

/// Whether a record of an earlier dossier may be offered under this mandate: it lies within, or it
/// is a programme still open, which goes on in it: its period is then cut to the mandate. Nothing
/// where the rules would refuse it (`check`).
[[nodiscard]] std::optional<Offered> offered(DossierRecord record, const core::Period& mandate);

}  // namespace dossiers
