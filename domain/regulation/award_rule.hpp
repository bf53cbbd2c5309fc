#pragma once

#include "domain/regulation/conditions.hpp"

namespace regulation {

enum class AwardKind { Galardao, Bandeira, MencaoHonrosa, Premio };
CHOICES(AwardKind, "galardao", "bandeira", "mencao-honrosa", "premio")

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
/// Those still equal share their rank, and the award at the edge of a quota. Only as the last step.
struct Shared {
  static constexpr std::string_view kind = "shared";
  NO_FIELDS()
};
/// By lot, the lowest SHA-256 of the seed followed by the dossier's id coming first. Only as the
/// last step, and with the regulation's `draw_commitment`.
struct ByDraw {
  static constexpr std::string_view kind = "draw";
  NO_FIELDS()
};
using TieBreak = std::variant<ByCriterion, BySection, ByTopMarks, Shared, ByDraw>;

/// What a themed prize ranks by, in the place of the total.
using Theming = std::variant<ByCriterion, BySection>;

/// Who is given an award: the dossiers of its categories that meet every condition; the best
/// `quota` of them where there is a quota, all of them where there is none.
struct AwardRule {
  core::AwardId id;
  AwardKind award = AwardKind::Galardao;
  std::string title;
  std::vector<Category> categories;
  std::vector<Condition> conditions;
  std::vector<core::AwardId> among;   ///< only winners of one of these compete; none: everybody
  std::vector<core::AwardId> unless;  ///< who was given one of these is not given this one
  std::optional<Theming> best_by;     ///< only with a quota
  std::optional<std::int64_t> quota;  ///< of each category
  bool all_categories = false;        ///< the quota is of all the categories together
  FIELDS(id, award, title, categories, conditions, among, unless, best_by, quota, all_categories)
};

/// Who may apply, beside the categories: a dossier of these categories needs every condition.
struct Admission {
  std::vector<Category> categories;
  std::vector<EntityCondition> conditions;
  FIELDS(categories, conditions)
};

}  // namespace regulation
