#pragma once

#include "domain/dossiers/record_commands.hpp"

/// An entity whose dossier was not admitted is heard once on that verdict.
namespace dossiers {

/// The verdict is open again, until the dossier is screened once more.
struct ScreeningContested {
  static constexpr std::string_view name = "screening-contested";
  core::DossierId dossier;
  core::Instant at;
  core::AccountId by;
  std::string text;
  FIELDS(dossier, at, by, text)
};

/// Until the scoring deadline. Errors: "unknown-dossier", "dossier-withdrawn",
/// "nothing-to-contest", "screening-contested", "contest-too-late", "text-length" and
/// "text-unreadable" on the text.
struct ContestScreening {
  static constexpr std::string_view name = "dossier.contest-screening";
  core::DossierId dossier;
  std::string text;
  FIELDS(dossier, text)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] auto reads(const core::Facts&) const { return edition_read(dossier); }
};

}  // namespace dossiers
