#pragma once

#include <string>
#include <vector>

#include "projections/observatory.hpp"

namespace server {
class Application;
}

namespace server::site {

/// A practice in a list.
struct PracticeCard {
  std::string card_title;
  std::string card_href;
  std::string card_summary;
  std::string card_theme;
  std::string card_entity;
  std::string card_region;
  std::string card_phase;
  FIELDS(card_title, card_href, card_summary, card_theme, card_entity, card_region, card_phase)
};

/// The practices that the search finds, at most `most`.
[[nodiscard]] std::vector<PracticeCard> practice_cards(Application& app,
                                                       const projections::PracticeSearch& search,
                                                       std::size_t most);

[[nodiscard]] std::string_view name_of(practices::Phase phase);

}  // namespace server::site
