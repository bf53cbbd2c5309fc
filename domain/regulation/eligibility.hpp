#pragma once

#include <map>
#include <set>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/core/reason.hpp"
#include "domain/facts.hpp"

namespace regulation {

/// What is known of an entity beside its dossier.
struct Applicant {
  const facts::Entity* entity = nullptr;         ///< nullptr: the register was not asked
  std::vector<std::set<core::AwardId>> earlier;  ///< what it was granted, the latest edition first
};

/// The entities that the facts tell of, with the published results of the editions that the
/// regulation follows. Points into the facts.
class Applicants {
 public:
  Applicants(const Regulation& regulation, const core::Facts& facts);

  [[nodiscard]] Applicant find(const core::EntityCode& code) const;

 private:
  std::map<core::EntityCode, const facts::Entity*> entities_;
  std::vector<const facts::Outcome*> earlier_;  ///< nullptr: never published
};

/// Whether a condition is met, and what is so, as a clause: "tem 9 314 habitantes (menos de
/// 10000)".
struct Finding {
  bool met = false;
  core::Reason clause;
};

[[nodiscard]] Finding find(const InTerritory& condition, const Applicant& applicant);
[[nodiscard]] Finding find(const Population& condition, const Applicant& applicant);
[[nodiscard]] Finding find(const InARow& condition, const Applicant& applicant);
[[nodiscard]] Finding find(const NotAwarded& condition, const Applicant& applicant);

/// The clause as a sentence.
[[nodiscard]] core::Reason sentence(core::Reason clause);

/// Why the regulation does not admit this applicant to the category, or nothing.
[[nodiscard]] std::optional<core::Reason> not_admitted(const Regulation& regulation,
                                                       Category category,
                                                       const Applicant& applicant);

/// The streams of the results that the regulation follows.
[[nodiscard]] std::vector<core::StreamRef> results_followed(const Regulation& regulation);

}  // namespace regulation
