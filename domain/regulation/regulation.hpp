#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"
#include "domain/regulation/category.hpp"

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
  std::int64_t weight = 0;  ///< of 100 over the whole regulation
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

struct Calendar {
  core::Instant opens;
  core::Instant submission_deadline;  ///< the last instant at which a submission is taken
  core::Instant scoring_deadline;
  core::Instant results;  ///< not before this may results be published
  FIELDS(opens, submission_deadline, scoring_deadline, results)
};

enum class PanelRule { Mean, TrimmedMean, Median };
CHOICES(PanelRule, "mean", "trimmed-mean", "median")

enum class AwardKind { Galardao, Bandeira, MencaoHonrosa };
CHOICES(AwardKind, "galardao", "bandeira", "mencao-honrosa")

struct SectionMinimum {
  Section section = Section::I;
  std::int64_t points = 0;  ///< of 100, within the section
  FIELDS(section, points)
};

/// Who is given an award: those with enough points, in all and in the sections named; the best
/// `quota` of each category where there is a quota, all of them where there is none.
struct AwardRule {
  AwardKind award = AwardKind::Galardao;
  std::string title;
  std::vector<Category> categories;
  std::int64_t minimum_points = 0;  ///< of 100
  std::vector<SectionMinimum> section_minimums;
  std::optional<std::int64_t> quota;
  FIELDS(award, title, categories, minimum_points, section_minimums, quota)
};

/// Steps that part dossiers with the same points, in the regulation's order.
struct ByCriterion {
  static constexpr std::string_view kind = "criterion";
  core::CriterionId criterion;
  FIELDS(criterion)
};
struct BySection {
  static constexpr std::string_view kind = "section";
  Section section = Section::I;
  FIELDS(section)
};
/// The more marks at the top of their scale, the better.
struct ByTopMarks {
  static constexpr std::string_view kind = "top-marks";
  NO_FIELDS()
};
using TieBreak = std::variant<ByCriterion, BySection, ByTopMarks>;

struct Regulation {
  std::vector<Category> categories;
  core::Period mandate;  ///< every record of a dossier lies within
  std::vector<SectionRules> sections;
  std::int64_t minimum_jurors = 3;
  PanelRule panel_rule = PanelRule::Mean;
  std::int64_t decimals = 2;  ///< of published points, rounded half up; ranking is exact
  std::vector<AwardRule> awards;
  std::vector<TieBreak> tie_break;  ///< dossiers still equal after the last step share their rank
  Calendar calendar;
  FIELDS(categories, mandate, sections, minimum_jurors, panel_rule, decimals, awards, tie_break,
         calendar)
};

/// Whether the rules can be followed: weights add up to 100, names are unique and exist, the
/// calendar runs forward. The error names the field ("regulation.sections[2].criteria[0].weight").
[[nodiscard]] core::Result<void> check(const Regulation& regulation);

/// A criterion with the section that it belongs to, or nullptr.
struct PlacedCriterion {
  const Criterion* criterion = nullptr;
  const SectionRules* section = nullptr;
};
[[nodiscard]] std::optional<PlacedCriterion> find_criterion(const Regulation& regulation,
                                                            const core::CriterionId& id);

}  // namespace regulation
