#include "projections/entities.hpp"

#include <algorithm>
#include <array>

#include "projections/folding.hpp"

namespace projections {
namespace {

using entities::EntityRegistered;
using entities::Profile;

/// Names the row of the profile.
std::string key_of_code(const core::EntityCode& code) {
  return row_key({"code", code.text()});
}

std::string key_of_name(const Profile& entity) {
  return row_key({"name", folded(entity.display_name), folded(entity.code.text())});
}

void register_entity(const EntityRegistered& event, Rows& rows) {
  const auto code = key_of_code(event.code);
  if (auto earlier = rows.get(code)) rows.erase(*std::move(earlier));
  const auto name = key_of_name(event);
  rows.put(code, name);
  rows.put_record<Profile>(name, event);
}

/// Whether the search asks for more than its words.
bool is_narrow(const EntitySearch& search) {
  return search.category || !search.municipality.empty() || !search.region.empty();
}

bool is_within(const EntitySearch& search, const Profile& entity) {
  return (!search.category || entity.category == *search.category) &&
         (search.municipality.empty() || entity.municipality == search.municipality) &&
         (search.region.empty() || lies_in(entity, search.region));
}

}  // namespace

ReadModel entities_model() {
  ReadModel model({"entities", 1});
  model.on<EntityRegistered>([](const EntityRegistered& e, const core::Recorded&, Rows& rows) {
    register_entity(e, rows);
  });
  return model;
}

EntityPage search_entities(const eventstore::RowView& view, const EntitySearch& search) {
  constexpr std::string_view prefix = "name/";
  const auto words = folded(search.text);
  EntityPage page;
  page.page = std::max<std::size_t>(1, search.page);
  const auto first = (page.page - 1) * EntityPage::size;
  view.scan(prefix, [&](std::string_view key, std::string_view value) {
    if (!has_all_words(key.substr(prefix.size()), words)) return true;
    if (is_narrow(search) && !is_within(search, row_as<Profile>(value))) return true;
    if (page.total >= first && page.total < first + EntityPage::size)
      page.entities.push_back(row_as<Profile>(value));
    ++page.total;
    return true;
  });
  page.pages = (page.total + EntityPage::size - 1) / EntityPage::size;
  return page;
}

std::optional<Profile> find_entity(const eventstore::RowView& view, const core::EntityCode& code) {
  const auto key = view.get(key_of_code(code));
  if (!key) return std::nullopt;
  return find_row<Profile>(view, *key);
}

bool lies_in(const Profile& entity, std::string_view region) {
  const auto wanted = folded(region);
  const std::array<std::string_view, 6> places = {entity.nuts2_code, entity.nuts2,
                                                  entity.nuts3_code, entity.nuts3,
                                                  entity.district,   entity.region};
  return std::ranges::any_of(places, [&](auto place) { return folded(place) == wanted; });
}

NamedEntity named_entity(const eventstore::RowView& view, const core::EntityCode& code) {
  const auto entity = find_entity(view, code);
  if (!entity) return {code, "", std::nullopt};
  NamedEntity named{code, entity->display_name, std::nullopt};
  if (entity->municipality == code) return named;
  if (const auto municipality = find_entity(view, entity->municipality))
    named.municipality = municipality->display_name;
  return named;
}

}  // namespace projections
