#pragma once

#include <map>
#include <string>
#include <vector>

#include "domain/awards/outcome_events.hpp"
#include "domain/core/context.hpp"
#include "domain/statistics/table.hpp"
#include "server/advice/advice.hpp"

namespace server::advice {

/// What each juror gave each dossier that is ranked, of 100: what the result counts, and no more.
struct GivenPoints {
  std::vector<const awards::DossierResult*> dossiers;  ///< the subjects; of `result`
  std::vector<core::AccountId> jurors;                 ///< the raters, by account
  statistics::Table table;
};
[[nodiscard]] GivenPoints given_points(const core::Context& context,
                                       const awards::ResultComputed& result);

/// How each juror is called. Opaque labels are numbered by what was given, so that their order says
/// nothing of a name.
[[nodiscard]] std::map<core::AccountId, std::string> names_of(const GivenPoints& given,
                                                              Labels labels);

}  // namespace server::advice
