#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/jury/panel_events.hpp"

namespace jury {

/// What every command of a panel may be refused for: "unknown-edition", "result-closed".

/// A juror who has left may be appointed again. One of the same municipality as a dossier that they
/// were asked about has a conflict in it from this moment; one who is appointed after scoring has
/// closed does not vote.
/// Errors: "juror-appointed", "unknown-account" (or closed), "not-a-juror" (by the account's
/// roles, of which it has no other), "unknown-entity", and those of `core::check_length` on the
/// name (200).
struct AppointJuror {
  static constexpr std::string_view name = "panel.appoint-juror";
  core::EditionId edition;
  core::AccountId juror;
  std::string juror_name;
  std::optional<core::EntityCode> affiliation;  ///< the autarquia that the juror belongs to
  FIELDS(edition, juror, juror_name, affiliation)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// A tie to an autarquia, by its code, or to another organisation, by its name.
struct StatedTie {
  TieKind kind = TieKind::Employment;
  std::optional<core::EntityCode> entity = {};
  std::optional<std::string> organisation = {};
  std::optional<std::string> nipc = {};  ///< the organisation's, where it is known
  FIELDS(kind, entity, organisation, nipc)
};

/// What the distribution of dossiers has to know of a juror; replaces what was said before. Where a
/// tie makes a conflict with a dossier that the juror was asked about, there is one from this
/// moment; one that was waived stays so.
/// Errors: "unknown-juror", "most-dossiers" (1 to 4000), "area-repeated", "list-length" (30 ties),
/// "tie-of-one" (neither an autarquia nor an organisation, or both), "unknown-entity", "nipc", and
/// those of `core::check_length` on the organisation (200).
struct DescribeJuror {
  static constexpr std::string_view name = "panel.describe-juror";
  core::EditionId edition;
  core::AccountId juror;
  std::optional<std::int64_t> most_dossiers;  ///< nothing: as many as it takes
  std::vector<regulation::Theme> areas;       ///< the juror is preferred for dossiers about these
  std::vector<StatedTie> ties = {};
  FIELDS(edition, juror, most_dossiers, areas, ties)

  [[nodiscard]] std::string target() const { return edition.text(); }
  /// Where there are ties, the dossiers before the jury too, once the panel has named them.
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Ends a juror's part in the jury, at any time. Conflicts found later can still be imposed.
/// Errors: "unknown-juror", and those of `core::check_length` on the reason (2000).
struct DismissJuror {
  static constexpr std::string_view name = "panel.dismiss-juror";
  core::EditionId edition;
  core::AccountId juror;
  std::string reason;
  FIELDS(edition, juror, reason)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Fixes or forbids that a juror judges a dossier, or leaves it to the distribution again.
/// Errors: "conflict-not-asked", "conflict-stands" (to fix), "pair-assigned" (to forbid),
/// "rule-stands", and those of `core::check_length` on the reason (2000).
struct RulePair {
  static constexpr std::string_view name = "panel.rule-pair";
  core::DossierId dossier;
  core::AccountId juror;
  PairRule rule = PairRule::Free;
  std::string reason;
  FIELDS(dossier, juror, rule, reason)

  [[nodiscard]] std::string target() const { return core::edition_of(dossier).text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Asks every juror about every one of these dossiers, which are eligible. A juror of the same
/// municipality, or with a tie to it or to an organisation that the dossier names, has a conflict
/// from this moment.
/// Errors: "no-jurors", "dossiers-missing", "dossier-repeated", "dossier-not-eligible",
/// "unknown-entity", "nothing-to-ask".
struct AskConflicts {
  static constexpr std::string_view name = "panel.ask-conflicts";
  core::EditionId edition;
  std::vector<core::DossierId> dossiers;
  FIELDS(edition, dossiers)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// A juror answers for himself or herself. "None" may become a conflict at any time, even once the
/// dossier is assigned, its evaluation begun or sealed: then with a note, for it is set aside. A
/// conflict only the secretariat can waive.
/// Errors: "not-your-answer", "conflict-not-asked", "conflict-stands", "conflict-waived" (there was
/// one, says the record), "conflict-kind",
/// and those of `core::check_length` on the note (2000).
struct AnswerConflict {
  static constexpr std::string_view name = "panel.answer-conflict";
  core::DossierId dossier;
  core::AccountId juror;
  bool has_conflict = false;
  std::optional<ConflictKind> kind;  ///< of a conflict, and only of a conflict
  std::string note;
  FIELDS(dossier, juror, has_conflict, kind, note)

  [[nodiscard]] std::string target() const { return core::edition_of(dossier).text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Errors: "conflict-not-asked", "conflict-stands", and those of `core::check_length` on the
/// reason (2000).
struct ImposeConflict {
  static constexpr std::string_view name = "panel.impose-conflict";
  core::DossierId dossier;
  core::AccountId juror;
  std::string reason;
  FIELDS(dossier, juror, reason)

  [[nodiscard]] std::string target() const { return core::edition_of(dossier).text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Errors: "conflict-not-asked", "no-conflict", and those of `core::check_length` on the reason
/// (2000).
struct WaiveConflict {
  static constexpr std::string_view name = "panel.waive-conflict";
  core::DossierId dossier;
  core::AccountId juror;
  std::string reason;
  FIELDS(dossier, juror, reason)

  [[nodiscard]] std::string target() const { return core::edition_of(dossier).text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Brings each of these dossiers to `per_dossier` jurors, and to all that were fixed for it;
/// assignments that stand are kept. Where the regulation composes the panel, each has its common
/// jurors, who have no area, and its experts, who have one of the dossier's. Equal choices are
/// parted by the SHA-256 of the regulation, which nobody chooses any more.
/// Errors: "dossiers-missing", "dossier-repeated", "dossier-not-eligible", "jurors-per-dossier"
/// (the regulation's panel has another number, or fewer than it asks for), "fixed-pair" (a fixed
/// juror has a conflict, no answer or no time), "assignment-infeasible", "nothing-to-assign".
struct AssignJurors {
  static constexpr std::string_view name = "panel.assign";
  core::EditionId edition;
  std::vector<core::DossierId> dossiers;
  std::int64_t per_dossier = 0;
  FIELDS(edition, dossiers, per_dossier)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

}  // namespace jury
