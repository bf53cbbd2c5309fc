#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/awards/points.hpp"
#include "domain/facts.hpp"

namespace awards {

/// What one juror gave one dossier, with no name on it.
using Sheet = std::vector<facts::Mark>;

/// A panel's score of one dossier. What does not apply for half of its jurors or more is absent.
struct Score {
  Points points;
  std::map<regulation::Section, Points> sections;
  std::map<core::CriterionId, Points> criteria;  ///< those alone that the regulation ranks by
  Points top_marks;                              ///< marks at the top of their scale, per juror
  std::int64_t jurors = 0;
};

/// Whether a step of the tie-break or a prize of a theme looks at the criterion.
[[nodiscard]] bool ranks_by(const regulation::Regulation& regulation, const core::CriterionId& id);

/// The panel's value of what its jurors gave (at least one). With fewer than three jurors nothing
/// can be trimmed, and the trimmed mean is the mean.
[[nodiscard]] Points panel_value(regulation::PanelRule rule, const std::vector<Points>& values);

/// A juror's points are the weighted mean of the marks that apply, each put on 0 to 100 from its
/// section's scale, in all and within each section; the panel's are those of its jurors by the
/// regulation's rule; each is rounded at its step where the regulation says so, and else exact. The
/// order of sheets and of marks does not matter; those in the regulation's order are read fastest.
/// Nothing if fewer sheets than the regulation's minimum carry a mark.
[[nodiscard]] std::optional<Score> score(const regulation::Regulation& regulation,
                                         const std::vector<Sheet>& sheets);

}  // namespace awards
