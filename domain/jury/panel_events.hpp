#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"

namespace jury {

struct JurorAppointed {
  static constexpr std::string_view name = "juror-appointed";
  core::EditionId edition;
  core::AccountId juror;
  std::string juror_name;
  std::optional<core::EntityCode> affiliation;   ///< the autarquia that the juror belongs to
  std::optional<core::EntityCode> municipality;  ///< the affiliation's; whence conflicts follow
  FIELDS(edition, juror, juror_name, affiliation, municipality)
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
  std::string note;
  FIELDS(dossier, juror, note)
};

enum class ConflictKind { Family, Employment, Mandate, Partnership, Other };
CHOICES(ConflictKind, "family", "employment", "mandate", "partnership", "other")

struct ConflictDeclared {
  static constexpr std::string_view name = "conflict-declared";
  core::DossierId dossier;
  core::AccountId juror;
  ConflictKind kind = ConflictKind::Other;
  std::string note;
  FIELDS(dossier, juror, kind, note)
};

/// Whether it follows from the juror's own autarquia or was decided by the secretariat.
enum class ImposedBy { Affiliation, Secretariat };
CHOICES(ImposedBy, "affiliation", "secretariat")

struct ConflictImposed {
  static constexpr std::string_view name = "conflict-imposed";
  core::DossierId dossier;
  core::AccountId juror;
  ImposedBy by = ImposedBy::Secretariat;
  std::string reason;
  FIELDS(dossier, juror, by, reason)
};

struct ConflictWaived {
  static constexpr std::string_view name = "conflict-waived";
  core::DossierId dossier;
  core::AccountId juror;
  std::string reason;
  FIELDS(dossier, juror, reason)
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
  core::EditionId edition;
  std::int64_t per_dossier = 0;
  std::vector<Pairing> assignments;
  FIELDS(edition, per_dossier, assignments)
};

}  // namespace jury
