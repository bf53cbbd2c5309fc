#pragma once

#include <vector>

#include "domain/dossiers/records.hpp"
#include "domain/facts.hpp"

namespace dossiers {

/// Whom a record says that the entity works with or supports, from which a juror's conflict may
/// follow: the partners of programmes, activities and partnerships, the beneficiary of a support.
[[nodiscard]] std::vector<facts::Organisation> partners_of(const DossierRecord& record);

}  // namespace dossiers
