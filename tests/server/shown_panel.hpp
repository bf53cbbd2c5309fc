#pragma once

#include <optional>
#include <vector>

#include "projections/jury_desk.hpp"

namespace server_tests {

/// What `GET /editions/{edition}/panel` answers.
struct Replacements {
  std::vector<jury::Pairing> proposals;
  std::optional<core::Reason> not_available;
  FIELDS(proposals, not_available)
};

struct ShownPanel : projections::PanelView {
  Replacements replacements;
  FIELDS_AND_THOSE_OF(projections::PanelView, replacements)
};

}  // namespace server_tests
