#pragma once

#include <optional>
#include <string>
#include <vector>

#include "projections/minutes.hpp"

namespace server::print {

struct NamedReason {
  std::string named;
  std::optional<std::string> reason_text;
  FIELDS(named, reason_text)
};

struct MinutesPart {
  std::string part_title;
  std::vector<NamedReason> items;
  FIELDS(part_title, items)
};

/// What minutes tell beside the list itself, as far as there is any of it: dossiers not ranked,
/// ties and what parted them, evaluations changed after sealing, what entities said, results that
/// were set aside.
[[nodiscard]] std::vector<MinutesPart> minutes_parts(const projections::Minutes& minutes,
                                                     const regulation::Regulation& rules);

}  // namespace server::print
