#include <algorithm>
#include <set>

#include "domain/awards/outcome.hpp"
#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace awards {
namespace {

using core::fail;
using core::Result;

Result<void> check(const PastGrant& grant, const std::string& place, const core::Facts& facts) {
  const auto known = facts.all<facts::Entity>();
  if (std::ranges::find(known, grant.entity, &facts::Entity::code) == known.end())
    return fail(core::invalid("unknown-entity", place + ".entity",
                              "Não há autarquia com este código.", "No entity has this code."));
  if (grant.awards.empty())
    return fail(core::invalid("awards-missing", place + ".awards",
                              "Indique pelo menos uma distinção.", "Name at least one award."));
  return {};
}

Result<void> check_grants(const std::vector<PastGrant>& granted, const core::Facts& facts) {
  if (granted.empty())
    return fail(core::invalid("grants-missing", "granted", "Indique quem foi distinguido.",
                              "Say who was granted an award."));
  std::set<core::EntityCode> seen;
  for (std::size_t i = 0; i < granted.size(); ++i) {
    const auto place = core::item("granted", i);
    if (auto checked = check(granted[i], place, facts); !checked) return checked;
    if (!seen.insert(granted[i].entity).second)
      return fail(core::invalid("grant-repeated", place, "Esta autarquia já foi indicada.",
                                "This entity is named already."));
  }
  return {};
}

}  // namespace

void Outcome::apply(const PastResultRecorded& event) {
  past_ = event;
}

core::Decision Outcome::decide(const RecordPastResult& command,
                               const core::Context& context) const {
  constexpr std::size_t longest_source = 2000;
  if (context.facts.find<facts::Edition>())
    return fail(core::error_of(core::ErrorKind::Conflict, "edition-exists",
                               "Já existe uma edição com este código.",
                               "There is an edition with this code already."));
  if (auto checked = core::check_length(command.title, "title", 1, 200); !checked)
    return fail(checked.error());
  if (auto checked = core::check_length(command.source, "source", 1, longest_source); !checked)
    return fail(checked.error());
  if (auto checked = check_grants(command.granted, context.facts); !checked)
    return fail(checked.error());
  return std::vector<core::Event>{PastResultRecorded{command.edition, command.title, command.source,
                                                     command.granted, context.now,
                                                     context.actor.account}};
}

}  // namespace awards
