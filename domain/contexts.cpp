#include "domain/contexts.hpp"

#include <algorithm>

#include "domain/accounts/account.hpp"
#include "domain/accounts/invitation.hpp"
#include "domain/awards/outcome.hpp"
#include "domain/dossiers/dossier.hpp"
#include "domain/dossiers/link_checks.hpp"
#include "domain/editions/edition.hpp"
#include "domain/entities/entity.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "domain/persons/person.hpp"
#include "domain/practices/practice.hpp"

namespace contexts {

const std::vector<const core::AggregateType*>& aggregates() {
  static const std::vector<const core::AggregateType*> all = {
      &entities::entity_type(),     &accounts::account_type(),     &editions::edition_type(),
      &dossiers::dossier_type(),    &jury::panel_type(),           &jury::evaluation_type(),
      &awards::outcome_type(),      &practices::practice_type(),   &persons::person_type(),
      &accounts::invitation_type(), &dossiers::link_checks_type(),
  };
  return all;
}

const std::vector<const core::RecordType*>& events() {
  static const auto all = [] {
    std::vector<const core::RecordType*> types;
    for (const auto* aggregate : aggregates())
      types.insert(types.end(), aggregate->events.begin(), aggregate->events.end());
    return types;
  }();
  return all;
}

const std::vector<core::CommandType>& commands() {
  static const auto all = [] {
    std::vector<core::CommandType> types;
    for (const auto* aggregate : aggregates())
      types.insert(types.end(), aggregate->commands.begin(), aggregate->commands.end());
    return types;
  }();
  return all;
}

const core::AggregateType* find_aggregate(std::string_view category) {
  const auto found = std::ranges::find(aggregates(), category, &core::AggregateType::category);
  return found == aggregates().end() ? nullptr : *found;
}

const core::CommandType* find_command(std::string_view name) {
  const auto found = std::ranges::find_if(
      commands(), [&](const core::CommandType& type) { return type.record->name == name; });
  return found == commands().end() ? nullptr : &*found;
}

}  // namespace contexts
