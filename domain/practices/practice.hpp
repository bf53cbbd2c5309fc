#pragma once

#include <cstdint>
#include <optional>

#include "domain/practices/practice_commands.hpp"

/// The observatory's records: work that others can take up.
namespace practices {

/// A good practice: proposed, reviewed by two people one after the other, published, and confirmed
/// alive from time to time.
class Practice {
 public:
  static constexpr std::string_view category = "practice";

  void apply(const PracticeProposed& event);
  void apply(const PracticeRevised& event);
  void apply(const PracticeReviewed& event);
  void apply(const PracticePublished& event);
  void apply(const PracticeConfirmed& event);

  [[nodiscard]] core::Decision decide(const ProposePractice& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const RevisePractice& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const ReviewPractice& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const PublishPractice& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const ConfirmPractice& command,
                                      const core::Context& context) const;

  void tell(core::Facts& facts) const;

 private:
  /// Where the latest version stands.
  enum class Stage { None, Proposed, ApprovedOnce, Approved, Returned, Published };

  [[nodiscard]] core::Result<void> check_exists() const;
  [[nodiscard]] core::Result<void> check_review(const ReviewPractice& command,
                                                const core::AccountId& reviewer) const;

  Stage stage_ = Stage::None;
  core::PracticeId practice_;
  core::EntityCode entity_;
  std::int64_t revision_ = 0;
  core::AccountId first_reviewer_;
  bool published_ = false;  ///< some version is
  std::optional<core::Date> confirmed_on_;
};

[[nodiscard]] const core::AggregateType& practice_type();

}  // namespace practices
