#include "server/site/practice_card.hpp"

#include <array>

#include "server/application.hpp"

namespace server::site {

std::vector<PracticeCard> practice_cards(Application& app,
                                         const projections::PracticeSearch& search,
                                         std::size_t most) {
  const auto entities = app.views().view("entities");
  std::vector<PracticeCard> cards;
  for (const auto& [named, practice] : projections::search_practices(app.views(), search)) {
    if (cards.size() == most) break;
    const auto entity = projections::find_entity(*entities, named.code);
    const auto& sheet = practice.sheet;
    cards.push_back({sheet.text.pt.title, "/observatorio/" + practice.practice.text(),
                     sheet.text.pt.summary,
                     std::string(regulation::title_of(sheet.classification.theme).pt), named.name,
                     entity ? entity->nuts2 : "", std::string(name_of(sheet.phase))});
  }
  return cards;
}

std::string_view name_of(practices::Phase phase) {
  constexpr std::array<std::string_view, 5> names = {"Ideia", "Em ensaio", "Em curso", "Concluída",
                                                     "Interrompida"};
  return names.at(static_cast<std::size_t>(phase));
}

}  // namespace server::site
