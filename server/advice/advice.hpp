#pragma once

#include <set>

#include "domain/awards/sensitivity.hpp"

/// What the numbers say of a jury and its result: advice, on which no result rests. Numbers are
/// decimals as text; what cannot be estimated says why, in words.
namespace server::advice {

struct JurorSeverity {
  std::string juror;
  std::string b;  ///< points of 100 that the juror gives above the others' mean; below 0: fewer
  FIELDS(juror, b)
};

struct DossierWorth {
  core::DossierId dossier;
  std::string theta;  ///< its points of 100 without the jurors' severity
  FIELDS(dossier, theta)
};

struct Severity {
  std::optional<core::Reason> not_estimable;
  std::vector<JurorSeverity> jurors;
  std::vector<DossierWorth> dossiers;
  FIELDS(not_estimable, jurors, dossiers)
};

struct AwardChance {
  core::AwardId award;
  std::string title;
  std::int64_t threshold = 0;  ///< points of 100 that the award asks for
  std::string chance;          ///< of being above it, 0 to 1
  FIELDS(award, title, threshold, chance)
};

struct DossierCertainty {
  core::DossierId dossier;
  std::string standard_error;  ///< of theta
  std::string expected_rank;   ///< in its category
  std::vector<AwardChance> chances;
  FIELDS(dossier, standard_error, expected_rank, chances)
};

struct Certainty {
  std::optional<core::Reason> not_estimable;
  std::vector<DossierCertainty> dossiers;
  FIELDS(not_estimable, dossiers)
};

struct Coefficient {
  std::string form;  ///< "alpha", "icc(2,k)"
  std::optional<std::string> value;
  std::optional<core::Reason> not_estimable;
  FIELDS(form, value, not_estimable)
};

struct JurorEffect {
  std::string juror;
  awards::Effect effect;
  FIELDS(juror, effect)
};

struct Advice {
  std::vector<JurorEffect> without_juror;
  std::vector<awards::WithWeight> weights;
  awards::Effect before_deliberation;
  Severity severity;
  Certainty certainty;
  std::vector<Coefficient> agreement;  ///< Krippendorff's alpha (interval), and the six ICC
  FIELDS(without_juror, weights, before_deliberation, severity, certainty, agreement)
};

/// Whom the reader sees: jurors' accounts, or "Jurado 1", "Jurado 2" by what they gave.
enum class Labels { Accounts, Opaque };

/// Of the dossiers that are ranked. Errors: those of `awards::sensitivity`.
[[nodiscard]] core::Result<Advice> advice_of(const core::Context& context,
                                             const std::optional<std::string>& draw_seed,
                                             Labels labels);

/// What it says of one dossier alone goes, for who has a conflict in it.
void leave_out(const std::set<core::DossierId>& dossiers, Advice& advice);

}  // namespace server::advice
