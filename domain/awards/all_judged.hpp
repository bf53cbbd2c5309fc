#pragma once

#include <vector>

#include "domain/core/context.hpp"
#include "domain/core/result.hpp"

namespace awards {

/// Whether each of these dossiers, as far as it still stands, was screened and, where it was
/// admitted, put before the jury, or may be contested no more: whoever submitted one finds it in a
/// list, with its reason. Errors, which name the dossiers: "dossiers-unscreened",
/// "dossiers-unjudged", "dossiers-contestable".
[[nodiscard]] core::Result<void> check_all_judged(const std::vector<core::DossierId>& submitted,
                                                  const core::Context& context);

}  // namespace awards
