#pragma once

#include <string>

#include "projections/editions.hpp"
#include "projections/whole_dossier.hpp"

namespace server::print {

/// A dossier to be read on paper or by a screen reader: an HTML document in Portuguese, section by
/// section, with what each still lacks. It names no person.
[[nodiscard]] std::string dossier_document(const projections::WholeDossier& whole,
                                           const projections::EditionRow& edition);

}  // namespace server::print
