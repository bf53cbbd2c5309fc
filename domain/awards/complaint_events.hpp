#pragma once

#include <string>

#include "domain/core/dates.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"

namespace awards {

/// Which list an entity speaks of: the provisional one, when it is heard, or the final one.
enum class ComplaintStage { Hearing, Complaint };
CHOICES(ComplaintStage, "hearing", "complaint")

enum class ComplaintVerdict { Upheld, Dismissed };
CHOICES(ComplaintVerdict, "upheld", "dismissed")

struct ComplaintFiled {
  static constexpr std::string_view name = "complaint-filed";
  core::EditionId edition;
  core::ComplaintId complaint;
  core::DossierId dossier;
  ComplaintStage stage = ComplaintStage::Hearing;
  core::Instant at;
  core::AccountId by;
  std::string text;
  FIELDS(edition, complaint, dossier, stage, at, by, text)
};

struct ComplaintDecided {
  static constexpr std::string_view name = "complaint-decided";
  core::EditionId edition;
  core::ComplaintId complaint;
  core::DossierId dossier;
  ComplaintVerdict verdict = ComplaintVerdict::Dismissed;
  core::Instant at;
  core::AccountId by;
  std::string reasons;
  FIELDS(edition, complaint, dossier, verdict, at, by, reasons)
};

}  // namespace awards
