#pragma once

#include <map>
#include <optional>
#include <vector>

#include "domain/awards/points.hpp"
#include "domain/facts.hpp"

namespace awards {

/// What one juror gave one dossier, with no name on it.
using Sheet = std::vector<facts::Mark>;

/// A panel's score of one dossier, exact. Sections and criteria that apply for no juror are absent.
struct Score {
  Points points;
  std::map<regulation::Section, Points> sections;
  std::map<core::CriterionId, Points> criteria;
  Points top_marks;  ///< marks at the top of their scale, per juror
  std::int64_t jurors = 0;
};

/// A mark put on 0 to 100 from its section's scale.
[[nodiscard]] Points on_hundred(std::int64_t value, const regulation::Scale& scale);

/// The panel's value of what its jurors gave (at least one). With fewer than three jurors nothing
/// can be trimmed, and the trimmed mean is the mean.
[[nodiscard]] Points panel_value(regulation::PanelRule rule, std::vector<Points> values);

/// A juror's points are the weighted mean of the marks that apply, in all and within each section;
/// the panel's are those of its jurors by the regulation's rule. The order of sheets and of marks
/// does not matter. Nothing if fewer sheets than the regulation's minimum carry a mark.
[[nodiscard]] std::optional<Score> score(const regulation::Regulation& regulation,
                                         const std::vector<Sheet>& sheets);

}  // namespace awards
