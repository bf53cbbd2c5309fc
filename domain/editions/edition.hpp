#pragma once

#include <optional>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/editions/edition_events.hpp"

namespace editions {

/// Errors: "edition-id", "text-length" and "text-unreadable" on the title, "edition-exists",
/// those of `regulation::faults`, "hearing-too-short", "complaints-too-short", and
/// "unknown-edition" where it follows one that neither was opened nor has its awards recorded.
struct OpenEdition {
  static constexpr std::string_view name = "edition.open";
  core::EditionId edition;  ///< lower-case letters, digits and hyphens: "2026", "habitacao-2026"
  std::string title;
  bool demonstration = false;
  regulation::Regulation regulation;
  FIELDS(edition, title, demonstration, regulation)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const;
};

/// Writes an edition down that is not open yet, or replaces what was written of it; its rules may
/// have faults still. Errors: "edition-id", "edition-exists", and those on the title.
struct DraftEdition {
  static constexpr std::string_view name = "edition.draft";
  core::EditionId edition;
  std::string title;
  bool demonstration = false;
  regulation::Regulation regulation;
  FIELDS(edition, title, demonstration, regulation)

  [[nodiscard]] std::string target() const { return edition.text(); }
};

/// Drafts an edition like an earlier one: it follows that one, its calendar is a year later to the
/// hour in Lisbon, without what was extended, and a draw has a seed yet to be committed to. Errors:
/// those of drafting, "unknown-edition" on `from`.
struct CloneEdition {
  static constexpr std::string_view name = "edition.clone";
  core::EditionId edition;
  core::EditionId from;
  std::string title;
  FIELDS(edition, from, title)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"edition", from.text()}};
  }
};

/// Opens the edition as it was last drafted. Errors: "no-draft", and those of opening.
struct FreezeEdition {
  static constexpr std::string_view name = "edition.freeze";
  core::EditionId edition;
  FIELDS(edition)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Takes dossiers until later than was published; decided while they are still taken, and for
/// everybody. Errors: "unknown-edition", "deadline-passed", "deadline-order" (it has to be later
/// than it was, and before the scoring deadline), those of `core::check_length` on the reason.
struct ExtendDeadline {
  static constexpr std::string_view name = "edition.extend-deadline";
  core::EditionId edition;
  core::Instant submission_deadline;
  std::string reason;
  FIELDS(edition, submission_deadline, reason)

  [[nodiscard]] std::string target() const { return edition.text(); }
};

/// Lets jurors judge until later than was said, all of them; also once their time is over, as long
/// as no result was computed. Errors: "unknown-edition", "scoring-closed", "deadline-order" (it has
/// to be later than it was and than now, and not after the hearing), those of `core::check_length`
/// on the reason.
struct ExtendScoring {
  static constexpr std::string_view name = "edition.extend-scoring";
  core::EditionId edition;
  core::Instant scoring_deadline;
  std::string reason;
  FIELDS(edition, scoring_deadline, reason)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"result", edition.text()}};
  }
};

/// Hears entities until later than was published; also once the hearing is over, as long as there
/// is no final list. Errors: "unknown-edition", "result-final", "deadline-order" (it has to be
/// later than it was and than now, and within a year), those of `core::check_length` on the reason.
struct ExtendHearing {
  static constexpr std::string_view name = "edition.extend-hearing";
  core::EditionId edition;
  core::Instant hearing_deadline;
  std::string reason;
  FIELDS(edition, hearing_deadline, reason)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"result", edition.text()}};
  }
};

/// Takes complaints until later than was said; also once their time is over, as long as the result
/// is not closed. Errors: "unknown-edition", "result-closed", "deadline-order" (it has to be later
/// than it was and than now, and within a year), those of `core::check_length` on the reason.
struct ExtendComplaints {
  static constexpr std::string_view name = "edition.extend-complaints";
  core::EditionId edition;
  core::Instant complaints_deadline;
  std::string reason;
  FIELDS(edition, complaints_deadline, reason)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"result", edition.text()}};
  }
};

/// All that keeps the edition from being opened, as far as the command itself can tell. The fields
/// are the command's ("regulation.calendar").
[[nodiscard]] std::vector<core::Error> faults(const OpenEdition& command,
                                              const core::WallClock& lisbon);

/// What a file written by hand says of an edition: the regulation's fields and these.
struct EditionFile : regulation::Regulation {
  core::EditionId edition;
  std::string title;
  bool demonstration = false;
  FIELDS_AND_THOSE_OF(regulation::Regulation, edition, title, demonstration)

  [[nodiscard]] OpenEdition command() const {
    return {edition, title, demonstration, static_cast<const regulation::Regulation&>(*this)};
  }
};

/// One run of the award. Once it is open its regulation stays; only the deadlines of applications,
/// scoring, the hearing and complaints may move, with a reason.
class Edition {
 public:
  static constexpr std::string_view category = "edition";

  void apply(const EditionDrafted& event);
  void apply(const EditionOpened& event);
  void apply(const RegulationFrozen&) {}
  void apply(const DeadlineExtended& event);
  void apply(const ScoringExtended& event);
  void apply(const HearingExtended& event);
  void apply(const ComplaintsExtended& event);
  [[nodiscard]] core::Decision decide(const DraftEdition& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const CloneEdition& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const FreezeEdition& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const OpenEdition& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ExtendDeadline& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ExtendScoring& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ExtendHearing& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ExtendComplaints& command,
                                      const core::Context& context) const;
  void tell(core::Facts& facts) const;

 private:
  std::optional<EditionDrafted> draft_;
  std::optional<EditionOpened> opened_;  ///< with the deadlines in force
  regulation::Calendar frozen_calendar_;
};

[[nodiscard]] const core::AggregateType& edition_type();

}  // namespace editions
