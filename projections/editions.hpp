#pragma once

#include <optional>
#include <vector>

#include "domain/regulation/regulation.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// A deadline that was put off, and why.
struct Extension {
  core::Instant at;
  core::Instant before;
  core::Instant deadline;
  std::string reason;
  FIELDS(at, before, deadline, reason)
};

/// Which editions are there, and by which rules?
struct EditionRow {
  core::EditionId edition;
  std::string title;
  bool demonstration = false;
  core::Instant opened_at;
  regulation::Regulation regulation;  ///< as it was frozen
  regulation::Calendar calendar;      ///< in force: the regulation's, with its extensions
  std::vector<Extension> extensions;  ///< of the time for applications
  std::optional<std::string> regulation_sha256;  ///< of `regulation`; none told of old editions
  std::vector<Extension> hearing_extensions = {};
  std::vector<Extension> complaints_extensions = {};
  std::vector<Extension> scoring_extensions = {};
  FIELDS(edition, title, demonstration, opened_at, regulation, calendar, extensions,
         regulation_sha256, hearing_extensions, complaints_extensions, scoring_extensions)
};

/// What has been drafted of an edition, by whom and when? Each draft stays readable, also once the
/// next has replaced it or the edition has opened.
[[nodiscard]] ReadModel edition_drafts_model();

/// A draft without its rules.
struct DraftLine {
  std::uint64_t version = 0;  ///< of the edition's stream, to be stated by who replaces it
  std::string title;
  core::Instant drafted_at;
  core::AccountId drafted_by;
  FIELDS(version, title, drafted_at, drafted_by)
};

struct DraftRow : DraftLine {
  core::EditionId edition;
  bool demonstration = false;
  regulation::Regulation regulation;
  FIELDS_AND_THOSE_OF(DraftLine, edition, demonstration, regulation)
};

/// The last one, of an edition that is not open yet.
[[nodiscard]] std::optional<DraftRow> find_draft(const eventstore::RowView& view,
                                                 const core::EditionId& id);
[[nodiscard]] std::optional<DraftRow> find_draft(const eventstore::RowView& view,
                                                 const core::EditionId& id, std::uint64_t version);
/// The newest first.
[[nodiscard]] std::vector<DraftLine> drafts_of(const eventstore::RowView& view,
                                               const core::EditionId& id);

[[nodiscard]] ReadModel editions_model();

/// The newest first.
[[nodiscard]] std::vector<EditionRow> all_editions(const eventstore::RowView& view);
[[nodiscard]] std::optional<EditionRow> find_edition(const eventstore::RowView& view,
                                                     const core::EditionId& id);

}  // namespace projections
