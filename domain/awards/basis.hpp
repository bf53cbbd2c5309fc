#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/awards/scoring.hpp"
#include "domain/core/context.hpp"
#include "domain/core/result.hpp"

namespace awards {

/// A dossier before the jury and what its jurors gave it. No name is on a sheet, and the sheets go
/// by their content, so that their order names nobody either.
struct JudgedDossier {
  core::DossierId dossier;
  regulation::Category category = regulation::Category::Municipio;
  std::vector<Sheet> sheets;
  FIELDS(dossier, category, sheets)
};

/// What an entity was granted in an earlier edition.
struct EarlierAward {
  core::EntityCode entity;
  std::vector<core::AwardId> awards;
  FIELDS(entity, awards)
};

/// Of an edition that the regulation follows; only the entities judged now.
struct EarlierResult {
  core::EditionId edition;
  std::vector<EarlierAward> granted;
  FIELDS(edition, granted)
};

/// All that a result follows from, and nothing else: whoever has it computes the same result. Each
/// list is in the order of its ids, a sheet in that of the regulation's criteria.
struct Basis {
  core::EditionId edition;
  regulation::Regulation regulation;
  std::optional<std::string> draw_seed;
  std::vector<JudgedDossier> dossiers;
  std::vector<facts::Entity> entities;  ///< where the regulation asks about them
  std::vector<EarlierResult> earlier;
  FIELDS(edition, regulation, draw_seed, dossiers, entities, earlier)
};

/// From what the edition, its panel, dossiers and evaluations tell; only eligible dossiers and the
/// sealed evaluations of jurors who are assigned count. Error: "nothing-assigned".
[[nodiscard]] core::Result<Basis> basis_of(const core::Context& context,
                                           const std::optional<std::string>& draw_seed);

/// Whether a basis that comes from elsewhere is one that a result can follow from: its regulation
/// can be followed, its lists are in order, and every sheet answers every criterion on its scale;
/// the order of a dossier's sheets changes no result. The first fault is told, on its field.
[[nodiscard]] core::Result<void> check(const Basis& basis);

}  // namespace awards
