#pragma once

#include "domain/dossiers/record_commands.hpp"

/// One round in which the screening asks, and the entity answers and completes what was asked for.
namespace dossiers {

/// From here on the named sections may be changed, until the last second of `until`. What was
/// changed and not followed by an answer, the verdict takes back.
struct ClarificationAsked {
  static constexpr std::string_view name = "clarification-asked";
  core::DossierId dossier;
  core::Instant at;
  core::AccountId by;
  std::vector<regulation::Section> sections;
  std::string question;
  core::Instant until;
  FIELDS(dossier, at, by, sections, question, until)
};

/// Closes the round: the dossier is judged with what was changed in it.
struct ClarificationGiven {
  static constexpr std::string_view name = "clarification-given";
  core::DossierId dossier;
  core::Instant at;
  core::AccountId by;
  std::string answer;
  FIELDS(dossier, at, by, answer)
};

/// Whether a record of this section may be changed in the round; nothing: of no section yet.
/// Errors: "clarification-over", "section-closed".
[[nodiscard]] core::Result<void> may_change_in(const ClarificationAsked& round,
                                               const core::Instant& now,
                                               std::optional<regulation::Section> section);

/// Of a submitted dossier, between the submission deadline and its verdict, and one round alone: as
/// long as it is not given it may be asked for again, until later and on more sections. Errors:
/// "unknown-dossier", "dossier-withdrawn", "not-submitted", "already-screened",
/// "screening-too-early", "clarification-asked", "sections", "clarification-until" (it lies after
/// now and not after the scoring deadline), "text-length" and "text-unreadable" on the question.
struct AskClarification {
  static constexpr std::string_view name = "dossier.ask-clarification";
  core::DossierId dossier;
  std::vector<regulation::Section> sections;  ///< of the regulation, each once
  std::string question;                       ///< what the entity will read
  core::Instant until;
  FIELDS(dossier, sections, question, until)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] auto reads(const core::Facts&) const { return edition_read(dossier); }
};

/// Errors: "unknown-dossier", "dossier-withdrawn", "clarification-not-asked",
/// "clarification-given", "clarification-over", "incomplete", "text-length" and "text-unreadable"
/// on the answer.
struct GiveClarification {
  static constexpr std::string_view name = "dossier.give-clarification";
  core::DossierId dossier;
  std::string answer;
  FIELDS(dossier, answer)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] auto reads(const core::Facts&) const { return edition_read(dossier); }
};

}  // namespace dossiers
