#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/awards/complaint_events.hpp"
#include "domain/awards/vote_events.hpp"
#include "domain/core/aggregate.hpp"

namespace awards {

/// What every command about a result may be refused for: "unknown-edition", "result-closed".

/// Once scoring has closed; may be repeated. Once a list is published it takes a reason: the result
/// is set aside, and the new one has to be published in its place. An evaluation not sealed counts
/// for nothing: its dossier is ranked without it, or not rankable with too few.
/// Errors: "dossiers-unscreened" and "dossiers-unjudged" (a submitted one would be on no list),
/// "scoring-open", "nothing-assigned", "reason-missing" and "reason-needless" on the reason, and
/// those of `Draw::make`.
struct ComputeResult {
  static constexpr std::string_view name = "result.compute";
  core::EditionId edition;
  std::optional<std::string> draw_seed = {};    ///< where the regulation has a draw
  std::optional<std::string> reason = {};       ///< once a list is published
  std::vector<core::DossierId> submitted = {};  ///< all of the edition; told by the program itself
  FIELDS(edition, draw_seed, reason)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// A juror of the panel adopts the result last computed, or does not, once scoring has closed;
/// until it is published they may think again. What is computed anew has to be read and voted on
/// anew. Errors: "juror-not-seated" and "juror-came-late" (Forbidden), "scoring-open",
/// "result-not-computed", "result-published", "result-changed" on the version, "statement-missing"
/// on the statement of who votes against, those of `core::check_length` on a statement.
struct VoteOnResult {
  static constexpr std::string_view name = "result.vote";
  core::EditionId edition;
  std::int64_t version = 0;  ///< of the result that the juror has read, as their ballot tells it
  VoteChoice choice = VoteChoice::InFavour;
  std::optional<std::string> statement = {};  ///< declaração de voto
  FIELDS(edition, version, choice, statement)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"edition", edition.text()}, {"panel", edition.text()}};
  }
};

/// Publishes the result last computed as the provisional list, which the entities may then speak
/// of until the hearing ends; provided that enough time is left for it, that the result would still
/// be the same, and that the panel adopted it. Errors: "result-not-computed", "results-too-early",
/// "result-published", "result-final", "hearing-over" and "hearing-too-short" (both until its
/// deadline is extended: `edition.extend-hearing`), "result-outdated", those of
/// `Votes::check_adopted` and of computing.
struct PublishResult {
  static constexpr std::string_view name = "result.publish";
  core::EditionId edition;
  FIELDS(edition)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Publishes the result last computed as the final list, or in its place after a complaint was
/// upheld; what is in no list yet has to be adopted by the panel. Errors: "result-not-published",
/// "hearing-due" (what was computed since is not what entities were heard on), "hearing-open",
/// "complaints-over" and "complaints-too-short" (both until their time is extended:
/// `edition.extend-complaints`), "complaints-undecided" (how many), "computation-due" (what was
/// upheld asks for one), "result-final", "result-outdated", those of `Votes::check_adopted` and of
/// computing.
struct FinaliseResult {
  static constexpr std::string_view name = "result.finalise";
  core::EditionId edition;
  FIELDS(edition)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// From then on nothing of the result changes. Errors: "result-not-final", "complaints-open",
/// "complaints-undecided", "computation-due", "result-not-published" (a newer one is computed).
struct CloseResult {
  static constexpr std::string_view name = "result.close";
  core::EditionId edition;
  FIELDS(edition)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// An entity speaks of its result: on the provisional list until the hearing ends, against the
/// final list until complaints end. Errors: "result-not-published", "unknown-dossier" on the
/// dossier, "complaints-closed", "complaint-exists", those of `core::check_length` on the text.
struct FileComplaint {
  static constexpr std::string_view name = "result.file-complaint";
  core::DossierId dossier;
  core::ComplaintId complaint;
  std::string text;
  FIELDS(dossier, complaint, text)

  [[nodiscard]] std::string target() const { return core::edition_of(dossier).text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"edition", target()}};
  }
};

/// What is upheld asks for the result to be computed anew before the next list, or before the
/// result is closed. Errors: "unknown-complaint", "complaint-decided", those of
/// `core::check_length` on the reasons.
struct DecideComplaint {
  static constexpr std::string_view name = "result.decide-complaint";
  core::EditionId edition;
  core::ComplaintId complaint;
  ComplaintVerdict verdict = ComplaintVerdict::Dismissed;
  std::string reasons;
  FIELDS(edition, complaint, verdict, reasons)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"edition", edition.text()}};
  }
};

}  // namespace awards
