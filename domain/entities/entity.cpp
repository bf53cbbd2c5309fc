#include "domain/entities/entity.hpp"

#include <algorithm>

#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace entities {
namespace {

using core::check_length;
using core::fail;
using core::invalid;
using core::Result;

bool is_code_character(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_municipality(const Profile& profile) {
  return profile.category == regulation::Category::Municipio;
}

Result<void> check_codes(const Profile& profile) {
  const auto& code = profile.code.text();
  const std::size_t length = is_municipality(profile) ? 4 : 6;
  if (code.size() != length || !std::ranges::all_of(code, is_code_character))
    return fail(invalid("entity-code", "code",
                        "O código tem 4 algarismos ou maiúsculas num município e 6 numa freguesia.",
                        "A code has 4 digits or capitals for a municipality and 6 for a parish."));
  if (profile.municipality.text() != code.substr(0, 4))
    return fail(invalid("entity-municipality", "municipality",
                        "O código começa pelo do município a que pertence.",
                        "The code begins with that of its municipality."));
  return {};
}

Result<void> check_names(const Profile& profile) {
  if (auto checked = check_length(profile.official_name, "official_name", 1, 200); !checked)
    return checked;
  if (auto checked = check_length(profile.display_name, "display_name", 1, 200); !checked)
    return checked;
  if (auto checked = check_length(profile.district, "district", 1, 100); !checked) return checked;
  return check_length(profile.region, "region", 1, 100);
}

Result<void> check_nuts(const Profile& profile) {
  if (profile.nuts2_code.size() != 4 || !profile.nuts2_code.starts_with("PT") ||
      !std::ranges::all_of(profile.nuts2_code, is_code_character))
    return fail(invalid("nuts-code", "nuts2_code", "Um código NUTS II tem a forma PT11.",
                        "A NUTS 2 code looks like PT11."));
  if (profile.nuts3_code.size() != 5 || !profile.nuts3_code.starts_with(profile.nuts2_code) ||
      !is_code_character(profile.nuts3_code.back()))
    return fail(invalid("nuts-code", "nuts3_code",
                        "Um código NUTS III é o da NUTS II com mais um carácter.",
                        "A NUTS 3 code is that of its NUTS 2 with one more character."));
  if (auto checked = check_length(profile.nuts2, "nuts2", 1, 100); !checked) return checked;
  return check_length(profile.nuts3, "nuts3", 1, 100);
}

Result<void> check_count(const std::optional<std::int64_t>& count, const std::string& field) {
  if (count.value_or(0) < 0)
    return fail(invalid("negative", field, "Este número não pode ser negativo.",
                        "This number cannot be negative."));
  return {};
}

Result<void> check_figures(const Profile& profile) {
  if (auto checked = check_count(profile.population_2021, "population_2021"); !checked)
    return checked;
  return check_count(profile.voters_2025, "voters_2025");
}

Result<void> check_website(const Profile& profile) {
  if (profile.website && !core::is_host(*profile.website))
    return fail(invalid("website", "website", "Escreva só o domínio, como em cm-alijo.pt.",
                        "Write the host name alone, as in cm-alijo.pt."));
  return {};
}

}  // namespace

void Entity::apply(const EntityRegistered& event) {
  profile_ = event;
}

core::Decision Entity::decide(const RegisterEntity& command, const core::Context&) const {
  for (const auto& rule : {check_codes, check_names, check_nuts, check_figures, check_website})
    if (auto checked = rule(command); !checked) return fail(std::move(checked.error()));
  const Profile& profile = command;
  if (profile_ == profile) return std::vector<core::Event>();
  return std::vector<core::Event>{EntityRegistered{profile}};
}

void Entity::tell(core::Facts& facts) const {
  if (profile_)
    facts.tell(facts::Entity{profile_->code, profile_->official_name, profile_->category,
                             profile_->municipality, profile_->district, profile_->nuts3_code,
                             profile_->population_2021});
}

const core::AggregateType& entity_type() {
  static const auto type = core::describe_aggregate<Entity>(core::Events<EntityRegistered>(),
                                                            core::Commands<RegisterEntity>());
  return type;
}

}  // namespace entities
