#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"
#include "domain/regulation/award_rule.hpp"
#include "domain/regulation/calendar.hpp"
#include "domain/regulation/theme.hpp"

/// The frozen rules of an edition, as data. A language that every context may speak; none owns it.
namespace regulation {

/// Marks go from `minimum` to `maximum`, both included, in whole steps.
struct Scale {
  std::int64_t minimum = 0;
  std::int64_t maximum = 20;
  FIELDS(minimum, maximum)
};

struct Criterion {
  core::CriterionId id;
  std::string title;
  std::string guidance;
  std::int64_t weight = 0;  ///< of `sum_of_weights`
  bool may_not_apply = false;
  FIELDS(id, title, guidance, weight, may_not_apply)
};

/// What one section of the dossier asks for, and how it is marked.
struct SectionRules {
  Section section = Section::I;
  std::int64_t minimum_records = 0;
  Scale scale;
  std::vector<Criterion> criteria;
  FIELDS(section, minimum_records, scale, criteria)
};

enum class PanelRule { Mean, TrimmedMean, Median };
CHOICES(PanelRule, "mean", "trimmed-mean", "median")

/// Who sits in judgement of each dossier: so many jurors common to all areas, and so many experts
/// of its own.
struct PanelComposition {
  std::int64_t common = 0;
  std::int64_t experts = 0;
  FIELDS(common, experts)

  [[nodiscard]] std::int64_t jurors() const { return common + experts; }
};

/// What jurors know while they judge.
struct JurorsSee {
  bool other_jurors = false;  ///< who else sits on the panel; else the minutes tell them
  bool authors = false;       ///< who submitted a dossier, and who made its files
  FIELDS(other_jurors, authors)
};

/// At which steps points are rounded, half up, to how many decimals; nothing: not at that step.
struct Rounding {
  std::optional<std::int64_t> jurors;  ///< each juror's points, in all and by section and criterion
  std::optional<std::int64_t> panel;   ///< the panel's, before limits and ranks
  FIELDS(jurors, panel)
};

struct Regulation {
  std::optional<ThemedCall> call;  ///< nothing: an annual edition
  std::vector<Category> categories;
  std::vector<Admission> admission;      ///< all of those that speak of a dossier's category
  std::vector<core::EditionId> follows;  ///< the editions before, the latest first
  core::Period mandate;                  ///< every record of a dossier lies within
  std::vector<SectionRules> sections;
  std::int64_t minimum_jurors = 3;
  std::optional<PanelComposition> panel;
  std::optional<JurorsSee> jurors_see;  ///< nothing: neither
  PanelRule panel_rule = PanelRule::Mean;
  std::int64_t decimals = 2;         ///< of published points, rounded half up
  std::optional<Rounding> rounding;  ///< nothing: points are exact at every step
  std::vector<AwardRule> awards;     ///< in the order in which they are decided
  std::vector<TieBreak> tie_break;   ///< dossiers still equal after the last step share their rank
  std::optional<std::string> draw_commitment;  ///< SHA-256 of the draw's seed, in hexadecimal
  Calendar calendar;
  FIELDS(call, categories, admission, follows, mandate, sections, minimum_jurors, panel, jurors_see,
         panel_rule, decimals, rounding, awards, tie_break, draw_commitment, calendar)
};

/// All that keeps the rules from being followed: weights have to add up to 100, names to be unique
/// and exist, an award to speak only of those above it, the calendar to run forward. Each names its
/// field ("sections[2].criteria[0].weight"). Whether terms are long enough is asked of
/// `check_hearing_length` and `check_complaints_length`, which need Lisbon's clocks.
[[nodiscard]] std::vector<core::Error> faults(const Regulation& regulation);

/// Whether awards or admission ask what the register says of an entity.
[[nodiscard]] bool asks_of_entities(const Regulation& regulation);

/// `jurors_see`, whether it is said or not.
[[nodiscard]] JurorsSee seen_by_jurors(const Regulation& regulation);

[[nodiscard]] bool has_draw(const Regulation& regulation);

/// A criterion with the section that it belongs to, or nullptr.
struct PlacedCriterion {
  const Criterion* criterion = nullptr;
  const SectionRules* section = nullptr;
};
/// Of all criteria: 100, or 1000 where weights are finer.
[[nodiscard]] std::int64_t sum_of_weights(const Regulation& regulation);

[[nodiscard]] std::optional<PlacedCriterion> find_criterion(const Regulation& regulation,
                                                            const core::CriterionId& id);

}  // namespace regulation
