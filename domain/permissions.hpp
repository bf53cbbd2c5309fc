#pragma once

#include <vector>

#include "domain/core/context.hpp"
#include "domain/core/record.hpp"
#include "domain/core/result.hpp"

/// Who may do and see what: the one place where it is decided.
namespace permissions {

/// Whether the actor may give this command, whose aggregate tells `target` of itself.
/// Errors: "not-signed-in" (Unauthenticated), "not-permitted" (Forbidden). A command without a
/// rule is permitted to nobody.
[[nodiscard]] core::Result<void> permit(const core::Actor& actor, const core::Command& command,
                                        const core::Facts& target);

/// Whether a command of this type has a rule.
[[nodiscard]] bool has_rule(const core::RecordType& command);

/// Whether whoever gives a command of this type may know the version of its stream: not where
/// others write to the same one of whom they are to know nothing, not even how much they did.
[[nodiscard]] bool tells_version(const core::RecordType& command);

/// Who may look at a thing that is not public.
enum class Audience {
  Everyone,
  SignedIn,
  Owner,       ///< those who act for its entity, the secretariat
  Dossier,     ///< those who act for its entity, its jurors, the secretariat
  Evaluation,  ///< the juror who makes it, alone
  Panel,       ///< the jurors of its edition, the secretariat
  Secretariat,
  Administrator,
};

/// What the thing is about, where the audience asks for it.
struct Subject {
  core::EntityCode entity;
  std::vector<core::AccountId> jurors;
};

/// Errors as above.
[[nodiscard]] core::Result<void> permit_reading(const core::Actor& actor, Audience audience,
                                                const Subject& subject = {});

}  // namespace permissions
