#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/entities/entity_events.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// Which autarquias are there, and what does the register say of each?
[[nodiscard]] ReadModel entities_model();

/// What is left empty does not narrow the search.
struct EntitySearch {
  std::string text = {};  ///< words of the name, or the code; case and accents do not matter
  std::optional<regulation::Category> category = {};
  core::EntityCode municipality = {};  ///< itself and its parishes
  std::string region = {};             ///< see `lies_in`
  std::size_t page = 1;
};

/// One page of what a search found, by name.
struct EntityPage {
  static constexpr std::size_t size = 50;
  std::vector<entities::Profile> entities;
  std::size_t total = 0;  ///< on all pages
  std::size_t page = 1;
  std::size_t pages = 0;
  FIELDS(entities, total, page, pages)
};

[[nodiscard]] EntityPage search_entities(const eventstore::RowView& view,
                                         const EntitySearch& search);
[[nodiscard]] std::optional<entities::Profile> find_entity(const eventstore::RowView& view,
                                                           const core::EntityCode& code);

/// Code or name of a NUTS 2 or NUTS 3 region, name of a district, an island or a region
/// (Continente, Açores, Madeira); case and accents do not matter.
[[nodiscard]] bool lies_in(const entities::Profile& entity, std::string_view region);

/// An entity as other answers name it; nameless where the register does not know it.
struct NamedEntity {
  core::EntityCode code;
  std::string name;
  std::optional<std::string> municipality;  ///< a parish's, by name
  FIELDS(code, name, municipality)
};
[[nodiscard]] NamedEntity named_entity(const eventstore::RowView& view,
                                       const core::EntityCode& code);

}  // namespace projections
