#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/reason.hpp"
#include "domain/regulation/regulation.hpp"

namespace awards {

/// Points of 100 as they are published: "82.50", and exactly: "165/2".
struct PublishedPoints {
  std::string shown;
  std::string exact;
  FIELDS(shown, exact)
  friend bool operator==(const PublishedPoints&, const PublishedPoints&) = default;
};

using core::Reason;

struct SectionResult {
  regulation::Section section = regulation::Section::I;
  std::optional<PublishedPoints> points;  ///< nothing: no criterion of the section applies
  FIELDS(section, points)
  friend bool operator==(const SectionResult&, const SectionResult&) = default;
};

struct CriterionResult {
  core::CriterionId criterion;
  std::optional<PublishedPoints> points;  ///< nothing: it does not apply
  FIELDS(criterion, points)
  friend bool operator==(const CriterionResult&, const CriterionResult&) = default;
};

/// What the regulation ranks by beside points and sections, as far as it does: enough for anybody
/// to follow each step of a tie-break and each prize of a theme.
struct RankedBy {
  std::vector<CriterionResult> criteria;     ///< in the regulation's order
  std::optional<PublishedPoints> top_marks;  ///< marks at the top of their scale, per juror
  std::optional<std::string> lot;            ///< drawn: the lowest comes first
  FIELDS(criteria, top_marks, lot)
  friend bool operator==(const RankedBy&, const RankedBy&) = default;
};

/// What one award rule says of one dossier.
struct AwardDecision {
  core::AwardId id;  ///< of the rule
  regulation::AwardKind award = regulation::AwardKind::Galardao;
  std::string title;
  bool granted = false;
  Reason reason;
  FIELDS(id, award, title, granted, reason)
  friend bool operator==(const AwardDecision&, const AwardDecision&) = default;
};

/// Either ranked, with points, or not, with the reason.
struct DossierResult {
  core::DossierId dossier;
  regulation::Category category = regulation::Category::Municipio;
  std::int64_t jurors = 0;  ///< whose sealed evaluations count
  std::optional<std::int64_t> rank;
  std::optional<PublishedPoints> points;
  std::vector<SectionResult> sections;
  std::optional<RankedBy> ranked_by;  ///< none in what was computed before it was told
  std::vector<AwardDecision> awards;
  std::optional<Reason> not_rankable;
  FIELDS(dossier, category, jurors, rank, points, sections, ranked_by, awards, not_rankable)
  friend bool operator==(const DossierResult&, const DossierResult&) = default;
};

/// A part of what a result was computed from, and its SHA-256: once it is in the log, nobody can
/// say that it was another.
struct SourceDigest {
  std::string source;  ///< "regulation", "dossiers[2021-1701]"
  std::string sha256;
  FIELDS(source, sha256)
  friend bool operator==(const SourceDigest&, const SourceDigest&) = default;
};

/// By category, rank and dossier; those not ranked come last. Names no juror.
struct ResultComputed {
  static constexpr std::string_view name = "result-computed";
  static constexpr int version = 4;
  core::EditionId edition;
  std::vector<DossierResult> dossiers;
  std::optional<std::string> draw_seed = {};  ///< revealed, where the regulation has a draw
  std::vector<SourceDigest> sources = {};     ///< none in what was computed before they were told
  FIELDS(edition, dossiers, draw_seed, sources)
  friend bool operator==(const ResultComputed&, const ResultComputed&) = default;
};

/// A result that was published gives way to the one computed next.
struct ResultSetAside {
  static constexpr std::string_view name = "result-set-aside";
  core::EditionId edition;
  core::Instant at;
  core::AccountId by;
  std::string reason;
  FIELDS(edition, at, by, reason)
};

/// As the provisional list: the entities are heard on it.
struct ResultPublished {
  static constexpr std::string_view name = "result-published";
  core::EditionId edition;
  FIELDS(edition)
};

/// As the final list: complaints are taken.
struct ResultFinalised {
  static constexpr std::string_view name = "result-finalised";
  core::EditionId edition;
  FIELDS(edition)
};

/// Nothing of it changes any more.
struct ResultClosed {
  static constexpr std::string_view name = "result-closed";
  core::EditionId edition;
  FIELDS(edition)
};

}  // namespace awards
