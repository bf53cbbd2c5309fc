#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/facts.hpp"
#include "domain/jury/evaluation_events.hpp"

namespace jury {

/// What an evaluation's stream is named for: the inverse of `facts::Assignment::evaluation`.
[[nodiscard]] std::optional<facts::Assignment> parse_evaluation(std::string_view stream_id);

/// May be sent as often as needed before sealing.
/// Errors: "not-your-evaluation", "unknown-edition", "dossier-not-eligible", "juror-has-conflict",
/// "not-assigned", "evaluation-sealed", "scoring-closed", "marks-missing", "unknown-criterion",
/// "criterion-repeated", "score-outside-scale", "criterion-applies", and those of
/// `core::check_length` on a comment (4000).
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
/// sealed after the scoring deadline; a result computed before that leaves them out.
/// Errors: those of who may score, "evaluation-sealed", "evaluation-incomplete", "nothing-applies".
struct SealEvaluation {
  static constexpr std::string_view name = "evaluation.seal";
  core::DossierId dossier;
  core::AccountId juror;
  FIELDS(dossier, juror)

  [[nodiscard]] std::string target() const;
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts& facts) const;
};

/// One juror's evaluation of one dossier.
class Evaluation {
 public:
  static constexpr std::string_view category = "evaluation";

  void apply(const EvaluationScored& event);
  void apply(const EvaluationSealed& event);
  [[nodiscard]] core::Decision decide(const ScoreDossier& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const SealEvaluation& command, const core::Context&) const;
  void tell(core::Facts& facts) const;

 private:
  [[nodiscard]] core::Result<void> check_open(const facts::Assignment& wanted,
                                              const core::Context& context) const;

  facts::Assignment assignment_;
  bool sealed_ = false;
  std::map<core::CriterionId, std::optional<std::int64_t>> marks_;
};

[[nodiscard]] const core::AggregateType& evaluation_type();

}  // namespace jury
