#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/personal.hpp"
#include "domain/regulation/theme.hpp"

namespace jury {

/// A juror is known by the account's id.
[[nodiscard]] inline core::PersonId person_of(const core::AccountId& juror) {
  return core::PersonId(juror.text());
}

struct JurorAppointed {
  static constexpr std::string_view name = "juror-appointed";
  static constexpr int version = 3;
  core::EditionId edition;
  core::AccountId juror;
  core::Personal juror_name;
  std::optional<core::EntityCode> affiliation;   ///< the autarquia that the juror belongs to
  std::optional<core::EntityCode> municipality;  ///< the affiliation's; whence conflicts follow
  std::optional<core::Instant> at = {};          ///< none in what was recorded before it was told
  std::optional<std::string> affiliation_name = {};  ///< likewise; by which a partner is known
  FIELDS(edition, juror, juror_name, affiliation, municipality, at, affiliation_name)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

enum class TieKind { Employment, Mandate, Membership };
CHOICES(TieKind, "employment", "mandate", "membership")

/// What a juror is to an autarquia or to another organisation. An autarquia counts for its
/// municipality and all parishes of that.
struct Tie {
  TieKind kind = TieKind::Employment;
  core::Personal name;                         ///< of either
  std::optional<core::Personal> entity;        ///< the autarquia's code
  std::optional<core::Personal> municipality;  ///< the autarquia's; whence conflicts follow
  std::optional<core::Personal> nipc;          ///< the organisation's, where it is known
  FIELDS(kind, name, entity, municipality, nipc)
};

/// Replaces what was said before of this juror.
struct JurorDescribed {
  static constexpr std::string_view name = "juror-described";
  static constexpr int version = 2;
  core::EditionId edition;
  core::AccountId juror;
  std::optional<std::int64_t> most_dossiers;
  std::vector<regulation::Theme> areas;
  std::vector<Tie> ties = {};
  FIELDS(edition, juror, most_dossiers, areas, ties)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

/// A juror who no longer sits on the panel: by choice, illness or death, and not for a conflict.
/// What the juror had sealed stands; what was open is taken back, and what was begun of it set
/// aside. A juror who is appointed again begins with what stands.
struct JurorLeft {
  static constexpr std::string_view name = "juror-left";
  core::EditionId edition;
  core::AccountId juror;
  std::vector<core::DossierId> stands;      ///< evaluations sealed, which count
  std::vector<core::DossierId> taken_back;  ///< assignments not sealed, which end
  core::Personal reason;
  FIELDS(edition, juror, stands, taken_back, reason)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

/// Whether the secretariat leaves a pair to the distribution. A forbidden pair is no conflict: it
/// says nothing of the juror.
enum class PairRule { Free, Fixed, Forbidden };
CHOICES(PairRule, "free", "fixed", "forbidden")

struct PairRuled {
  static constexpr std::string_view name = "pair-ruled";
  core::DossierId dossier;
  core::AccountId juror;
  PairRule rule = PairRule::Free;
  core::Personal reason;
  FIELDS(dossier, juror, rule, reason)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

/// Every one of these jurors was asked about every one of these dossiers. What a juror answered
/// before, or what was imposed or waived before, stands.
struct ConflictsAsked {
  static constexpr std::string_view name = "conflicts-asked";
  core::EditionId edition;
  std::vector<core::DossierId> dossiers;
  std::vector<core::AccountId> jurors;
  FIELDS(edition, dossiers, jurors)
};

struct ConflictDenied {
  static constexpr std::string_view name = "conflict-denied";
  core::DossierId dossier;
  core::AccountId juror;
  core::Personal note;
  FIELDS(dossier, juror, note)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

enum class ConflictKind { Family, Employment, Mandate, Partnership, Other };
CHOICES(ConflictKind, "family", "employment", "mandate", "partnership", "other")

struct ConflictDeclared {
  static constexpr std::string_view name = "conflict-declared";
  core::DossierId dossier;
  core::AccountId juror;
  ConflictKind kind = ConflictKind::Other;
  core::Personal note;
  FIELDS(dossier, juror, kind, note)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

/// Whether it follows from the juror's own autarquia, was decided by the secretariat, or follows
/// from a tie of this kind.
enum class ImposedBy { Affiliation, Secretariat, Employment, Mandate, Membership };
CHOICES(ImposedBy, "affiliation", "secretariat", "employment", "mandate", "membership")

struct ConflictImposed {
  static constexpr std::string_view name = "conflict-imposed";
  static constexpr int version = 2;
  core::DossierId dossier;
  core::AccountId juror;
  ImposedBy by = ImposedBy::Secretariat;
  core::Personal reason;
  FIELDS(dossier, juror, by, reason)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

struct ConflictWaived {
  static constexpr std::string_view name = "conflict-waived";
  core::DossierId dossier;
  core::AccountId juror;
  core::Personal reason;
  FIELDS(dossier, juror, reason)

  [[nodiscard]] core::PersonId person() const { return person_of(juror); }
};

/// A juror and a dossier brought together.
struct Pairing {
  core::DossierId dossier;
  core::AccountId juror;
  FIELDS(dossier, juror)
};

/// Adds to the assignments that stand.
struct JurorsAssigned {
  static constexpr std::string_view name = "jurors-assigned";
  static constexpr int version = 2;
  core::EditionId edition;
  std::int64_t per_dossier = 0;
  std::vector<Pairing> assignments;
  /// What parted what was equal: the SHA-256 of the regulation as it was frozen.
  std::optional<std::string> seed = {};
  FIELDS(edition, per_dossier, assignments, seed)
};

}  // namespace jury
