#pragma once

#include "domain/core/ids.hpp"
#include "domain/core/personal.hpp"
#include "domain/dossiers/records.hpp"

namespace dossiers {

struct DossierStarted {
  static constexpr std::string_view name = "dossier-started";
  core::DossierId dossier;
  core::EditionId edition;
  core::EntityCode entity;
  regulation::Category category = regulation::Category::Municipio;
  FIELDS(dossier, edition, entity, category)
};

struct DossierRecordAdded {
  static constexpr std::string_view name = "dossier-record-added";
  static constexpr int version = 2;
  core::DossierId dossier;
  core::RecordId record_id;
  DossierRecord record;
  std::optional<RecordOrigin> origin = {};
  FIELDS(dossier, record_id, record, origin)
};

struct DossierRecordChanged {
  static constexpr std::string_view name = "dossier-record-changed";
  core::DossierId dossier;
  core::RecordId record_id;
  DossierRecord record;  ///< as it is from now on, whole
  FIELDS(dossier, record_id, record)
};

struct DossierRecordRemoved {
  static constexpr std::string_view name = "dossier-record-removed";
  core::DossierId dossier;
  core::RecordId record_id;
  FIELDS(dossier, record_id)
};

/// A record is again what it was, or there again.
struct DossierRecordRestored {
  static constexpr std::string_view name = "dossier-record-restored";
  core::DossierId dossier;
  core::RecordId record_id;
  std::int64_t restores = 0;  ///< the revision that it is taken from
  DossierRecord record;       ///< as it was then, whole
  FIELDS(dossier, record_id, restores, record)
};

/// Who answers for a dossier within the entity: "Presidente da Câmara Municipal", say.
struct Responsible {
  core::Personal name;
  core::Personal function;
  FIELDS(name, function)
};

struct DossierSubmitted {
  static constexpr std::string_view name = "dossier-submitted";
  core::DossierId dossier;
  core::Instant at;
  core::AccountId by;
  Responsible responsible;
  FIELDS(dossier, at, by, responsible)

  [[nodiscard]] core::PersonId person() const {
    return core::PersonId("Responsible-" + dossier.text());
  }
};

/// The entity takes its submitted dossier back, for good.
struct DossierWithdrawn {
  static constexpr std::string_view name = "dossier-withdrawn";
  core::DossierId dossier;
  core::Instant at;
  core::AccountId by;
  std::string reason;
  FIELDS(dossier, at, by, reason)
};

enum class Verdict { Eligible, NotEligible };
CHOICES(Verdict, "eligible", "not-eligible")

/// The formal check of a submitted dossier.
struct DossierScreened {
  static constexpr std::string_view name = "dossier-screened";
  core::DossierId dossier;
  core::Instant at;
  core::AccountId by;
  Verdict verdict = Verdict::Eligible;
  std::optional<std::string> reason;
  FIELDS(dossier, at, by, verdict, reason)
};

}  // namespace dossiers
