#pragma once

#include "domain/core/context.hpp"
#include "domain/core/result.hpp"
#include "domain/dossiers/records.hpp"
#include "domain/regulation/regulation.hpp"

namespace dossiers {

/// Whether a record may stand in a dossier: texts written and within their limits, dates within
/// the mandate, a theme that the edition asks for, numbers and addresses that can be true. The
/// first broken rule answers, naming its field ("record.evidence[2].url"): the codes of `Checks`,
/// "domain-numbers", "amount-missing", "theme-outside-call".
[[nodiscard]] core::Result<void> check(const DossierRecord& record,
                                       const regulation::Regulation& regulation);

/// Whether a record may have been taken over from there: it stands in another dossier of the
/// entity, which the facts tell. Error: "unknown-origin".
[[nodiscard]] core::Result<void> check_origin(const std::optional<RecordOrigin>& origin,
                                              const core::DossierId& dossier,
                                              const core::Facts& facts);

/// Whether both say the same, to the last field.
[[nodiscard]] bool alike(const DossierRecord& one, const DossierRecord& other,
                         const core::Writing& writing);

}  // namespace dossiers
