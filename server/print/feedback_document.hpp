#pragma once

#include <string>

#include "projections/feedback.hpp"

namespace server::print {

/// The letter that tells an entity its result: an HTML document in Portuguese, with the points of
/// each section, the comments that the panel released, every decision and its reason, and until
/// when the entity may answer. It names no juror.
[[nodiscard]] std::string feedback_document(const projections::Feedback& feedback);

}  // namespace server::print
