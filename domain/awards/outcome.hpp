#pragma once

#include <cstdint>
#include <optional>
#include <set>

#include "domain/awards/complaints.hpp"
#include "domain/awards/outcome_commands.hpp"
#include "domain/awards/outcome_events.hpp"
#include "domain/awards/past_result.hpp"
#include "domain/awards/votes.hpp"

namespace awards {

/// An edition's result: a pure function of its regulation and the sealed evaluations. Computed, and
/// adopted by the panel's vote, it goes from the provisional list by the hearing to the final list,
/// and by complaints to its close; the regulation's calendar says when each begins and ends.
class Outcome {
 public:
  static constexpr std::string_view category = "result";

  void apply(const ResultComputed& event);
  void apply(const ResultSetAside&) {}
  void apply(const ResultVoted& event) { votes_.apply(event); }
  void apply(const ResultPublished& event);
  void apply(const ResultFinalised& event);
  void apply(const ResultClosed& event);
  void apply(const PastResultRecorded& event);
  void apply(const ComplaintFiled& event) { complaints_.apply(event); }
  void apply(const ComplaintDecided& event) { complaints_.apply(event); }
  [[nodiscard]] core::Decision decide(const ComputeResult& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const VoteOnResult& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const PublishResult& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const FinaliseResult& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const CloseResult& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const FileComplaint& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const DecideComplaint& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const RecordPastResult& command,
                                      const core::Context& context) const;
  /// A facts::Computation once a result was computed; a facts::Outcome once there is a final list,
  /// or a past result was recorded.
  void tell(core::Facts& facts) const;

 private:
  enum class State { Draft, Provisional, Final, Closed };

  /// The edition is there and the result is not closed.
  [[nodiscard]] core::Result<void> check_open(const core::Facts& facts) const;
  /// What is computed now would still come out the same.
  [[nodiscard]] core::Result<void> check_current(const core::Context& context) const;
  /// Every complaint is decided, and computed where it was upheld.
  [[nodiscard]] core::Result<void> check_complaints() const;
  /// Whether the actor may vote now, on this version.
  [[nodiscard]] core::Result<void> check_vote(const VoteOnResult& command,
                                              const core::Context& context) const;
  /// What was computed last is published now.
  void publish();
  /// The panel has adopted what was computed last.
  [[nodiscard]] core::Result<void> check_adopted(const core::Facts& facts) const;
  /// Entities have the time to be heard that the regulation promises.
  [[nodiscard]] core::Result<void> check_hearing_ahead(const core::Context& context) const;
  [[nodiscard]] core::Result<void> check_hearing_over(const core::Context& context) const;
  /// And the time to complain.
  [[nodiscard]] core::Result<void> check_complaints_ahead(const core::Context& context) const;
  [[nodiscard]] core::Result<ComplaintStage> open_stage(const core::Context& context) const;

  State state_ = State::Draft;
  std::optional<ResultComputed> computed_;  ///< last
  /// Not ranked in a list that was published, nor in a result since: they are judged no more, for
  /// the list tells others' marks.
  std::set<core::DossierId> left_out_;
  std::int64_t version_ = 0;             ///< of it: 1 is the first that was computed
  bool unpublished_ = false;             ///< it is in no list yet
  std::optional<ResultComputed> heard_;  ///< what the provisional list says
  std::optional<ResultComputed> final_;  ///< what the final list says
  Votes votes_;
  Complaints complaints_;
  std::optional<PastResultRecorded> past_;  ///< of an edition that was held elsewhere
};

/// "result-not-computed".
[[nodiscard]] core::Error not_computed();

[[nodiscard]] const core::AggregateType& outcome_type();

}  // namespace awards
