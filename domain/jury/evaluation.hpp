#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/facts.hpp"
#include "domain/jury/evaluation_events.hpp"

namespace jury {

/// What an evaluation's stream is named for: the inverse of `facts::Assignment::evaluation`.
[[nodiscard]] std::optional<facts::Assignment> parse_evaluation(std::string_view stream_id);

/// May be sent as often as needed before sealing, until the scoring deadline. Where what an entity
/// said of its result was upheld, those who judge its dossier may once more, until the result is
/// computed anew; so with sealing and revising. A dossier that could not be ranked, because too few
/// had judged it, may be scored and sealed as long as it is not.
/// Errors: "not-your-evaluation", "unknown-edition", "result-closed", "dossier-not-eligible",
/// "juror-has-conflict", "not-assigned", "evaluation-sealed", "scoring-closed", "marks-missing",
/// "unknown-criterion", "criterion-repeated", "score-outside-scale", "criterion-applies", and those
/// of `core::check_length` on a comment (4000).
struct ScoreDossier {
  static constexpr std::string_view name = "evaluation.score";
  core::DossierId dossier;
  core::AccountId juror;
  std::vector<Mark> marks;
  FIELDS(dossier, juror, marks)

  [[nodiscard]] std::string target() const;
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Freezes an evaluation in which every criterion has its mark. Marks given in time may still be
/// sealed after the scoring deadline, as long as no result was computed that the juror may know.
/// Errors: those of who may score, "evaluation-sealed", "scoring-closed", "evaluation-incomplete",
/// "nothing-applies".
struct SealEvaluation {
  static constexpr std::string_view name = "evaluation.seal";
  core::DossierId dossier;
  core::AccountId juror;
  FIELDS(dossier, juror)

  [[nodiscard]] std::string target() const;
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// Changes marks of a sealed evaluation, in the time that `ScoreDossier` has; what they were is
/// kept, and the minutes tell the reason, with no name. Errors: those of who may score,
/// "evaluation-not-sealed", "scoring-closed", those of the marks of `ScoreDossier`,
/// "nothing-changes", "nothing-applies", and those of `core::check_length` on the reason (2000).
struct ReviseEvaluation {
  static constexpr std::string_view name = "evaluation.revise";
  core::DossierId dossier;
  core::AccountId juror;
  std::vector<Mark> marks;
  std::string reason;
  FIELDS(dossier, juror, marks, reason)

  [[nodiscard]] std::string target() const;
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// On behalf of the panel, once scoring has closed: what the entity may read of an evaluation that
/// counts are its comments on these criteria, and no others; none takes all back. A comment that is
/// changed afterwards is no longer released. Errors: "unknown-edition", "result-closed",
/// "scoring-open", "evaluation-not-sealed", "evaluation-set-aside", "nothing-changes" on the
/// criteria, and "comment-missing" and "criterion-repeated" on one of them.
struct ReleaseComments {
  static constexpr std::string_view name = "evaluation.release-comments";
  core::DossierId dossier;
  core::AccountId juror;
  std::vector<core::CriterionId> criteria;
  FIELDS(dossier, juror, criteria)

  [[nodiscard]] std::string target() const;
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// One juror's evaluation of one dossier.
class Evaluation {
 public:
  static constexpr std::string_view category = "evaluation";

  void apply(const EvaluationScored& event);
  void apply(const EvaluationSealed& event);
  void apply(const EvaluationRevised& event);
  void apply(const CommentsReleased& event);
  [[nodiscard]] core::Decision decide(const ScoreDossier& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const SealEvaluation& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const ReviseEvaluation& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const ReleaseComments& command, const core::Context&) const;
  void tell(core::Facts& facts) const;

 private:
  [[nodiscard]] core::Result<void> check_open(const facts::Assignment& wanted,
                                              const core::Context& context) const;
  void take(const std::vector<Mark>& marks);
  /// Each of them has a comment, and is named once.
  [[nodiscard]] core::Result<void> check_comments(
      const std::vector<core::CriterionId>& criteria) const;

  facts::Assignment assignment_;
  bool sealed_ = false;
  std::map<core::CriterionId, Mark> marks_;
  std::map<core::CriterionId, Mark> as_sealed_;
  std::set<core::CriterionId> released_;  ///< whose comments the entity may read
};

[[nodiscard]] const core::AggregateType& evaluation_type();

}  // namespace jury
