#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/facts.hpp"
#include "domain/jury/assignment.hpp"
#include "domain/jury/panel_commands.hpp"
#include "domain/jury/ties.hpp"

namespace jury {

/// An edition's jury: who sits on it, who may judge what, and who judges what. A conflict, however
/// late, ends the assignment that it touches, and with it what the juror gave; a juror who leaves
/// keeps the assignments whose evaluation is sealed.
class Panel {
 public:
  static constexpr std::string_view category = "panel";

  void apply(const JurorAppointed& event);
  void apply(const JurorLeft& event);
  void apply(const JurorDescribed& event);
  void apply(const PairRuled& event);
  void apply(const ConflictsAsked& event);
  void apply(const ConflictDenied& event);
  void apply(const ConflictDeclared& event);
  void apply(const ConflictImposed& event);
  void apply(const ConflictWaived& event);
  void apply(const JurorsAssigned& event);

  [[nodiscard]] core::Decision decide(const AppointJuror& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const DismissJuror& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const DescribeJuror& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const RulePair& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const AskConflicts& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const AnswerConflict& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const ImposeConflict& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const WaiveConflict& command, const core::Context&) const;
  [[nodiscard]] core::Decision decide(const AssignJurors& command, const core::Context&) const;

  void tell(core::Facts& facts) const;

 private:
  using Pair = facts::Assignment;
  enum class Answer { Asked, None, Declared, Imposed, Waived };
  /// Of a dossier's jurors: all alike, or as the regulation's panel is composed, those common to
  /// all areas, who have none of their own, and the experts of its own.
  enum class Part { Any, Common, Expert };
  struct Juror {
    std::optional<Affiliation> affiliation;
    std::optional<core::Instant> since;
    std::optional<std::int64_t> most_dossiers;
    std::set<regulation::Theme> areas;
    std::vector<Tie> ties;
    bool sits = true;
  };

  [[nodiscard]] std::optional<Answer> answer_of(const Pair& pair) const;
  [[nodiscard]] bool has_conflict(const Pair& pair) const;
  [[nodiscard]] bool may_judge(const Pair& pair) const;
  [[nodiscard]] core::Result<void> check_decided(const Pair& pair, const std::string& reason,
                                                 const core::Facts& facts) const;
  [[nodiscard]] bool sits(const core::AccountId& juror) const;
  [[nodiscard]] std::vector<core::AccountId> jurors() const;
  [[nodiscard]] PairRule rule_of(const Pair& pair) const;
  [[nodiscard]] Times times() const;
  [[nodiscard]] core::Result<std::vector<Pair>> fixed_pairs(const AssignJurors& command,
                                                            Times& times) const;
  /// Whether the juror counts among those of whom the dossier needs some.
  [[nodiscard]] static bool is_of(Part part, const Juror& juror);
  [[nodiscard]] Need need_of(const facts::Dossier& dossier, Part part, std::int64_t jurors) const;
  [[nodiscard]] std::vector<Need> needs_of(const facts::Dossier& dossier, std::int64_t per_dossier,
                                           const regulation::Regulation& rules) const;
  [[nodiscard]] core::Result<std::vector<Pair>> distribute(const AssignJurors& command,
                                                           const core::Facts& facts,
                                                           std::string_view seed) const;
  [[nodiscard]] core::Result<std::vector<core::Event>> derived_conflicts(
      const AskConflicts& command, const core::Facts& facts) const;
  [[nodiscard]] std::vector<core::Event> late_conflicts(
      const core::AccountId& juror, const std::optional<Affiliation>& affiliation,
      const std::vector<Tie>& ties, const core::Facts& facts) const;

  core::EditionId edition_;
  std::map<core::AccountId, Juror> jurors_;  ///< those who have left too
  std::set<core::DossierId> dossiers_;
  std::map<Pair, Answer> answers_;
  std::set<Pair> conflicts_;        ///< declared or imposed, and not waived
  std::map<Pair, PairRule> rules_;  ///< fixed or forbidden
  std::set<Pair> assignments_;
};

[[nodiscard]] const core::AggregateType& panel_type();

}  // namespace jury
