#pragma once

#include <string>

#include "projections/editions.hpp"
#include "projections/minutes.hpp"

namespace server::print {

/// The minutes of an edition's panel: an HTML document in Portuguese, to be signed on paper. It
/// names jurors by how they voted, and never by what they marked.
[[nodiscard]] std::string minutes_document(const projections::Minutes& minutes,
                                           const projections::EditionRow& edition);

}  // namespace server::print
