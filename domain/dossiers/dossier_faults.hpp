#pragma once

#include "domain/core/context.hpp"
#include "domain/core/result.hpp"
#include "domain/regulation/regulation.hpp"

/// What the parts of the dossier's decisions share.
namespace dossiers {

/// The rules of the dossier's edition, which its context tells.
[[nodiscard]] const regulation::Regulation& rules_of(const core::Context& context);

/// How far that edition has come.
[[nodiscard]] regulation::Phase phase_of(const core::Context& context);

[[nodiscard]] core::Error unknown_dossier();
[[nodiscard]] core::Error unknown_record();
[[nodiscard]] core::Error not_submitted();
[[nodiscard]] core::Error already_screened();
/// Says when it was.
[[nodiscard]] core::Error deadline_passed(const core::Context& context);

}  // namespace dossiers
