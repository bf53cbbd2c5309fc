#include "domain/dossiers/prefill.hpp"

#include <algorithm>
#include <utility>

#include "domain/dossiers/record_rules.hpp"

namespace dossiers {
namespace {

bool is_open(const Programme& programme) {
  return programme.state == ProgrammeState::Preparing || programme.state == ProgrammeState::Running;
}

core::Period within(const core::Period& period, const core::Period& mandate) {
  return {std::max(period.first, mandate.first), std::min(period.last, mandate.last)};
}

/// Whether the rules would take the programme but for its period.
bool is_sound(Programme programme, const regulation::Regulation& rules) {
  programme.period = rules.mandate;
  return check(programme, rules).has_value();
}

}  // namespace

std::optional<Offered> offered(DossierRecord record, const regulation::Regulation& rules) {
  const auto& mandate = rules.mandate;
  Offered offer{std::move(record)};
  auto* programme = std::get_if<Programme>(&offer.record);
  if (programme != nullptr && is_open(*programme)) {
    offer.outside_mandate = programme->period.last < mandate.first;
    if (offer.outside_mandate && is_sound(*programme, rules)) return offer;
    if (programme->period.overlaps(mandate)) {
      offer.brought_into_mandate = !mandate.contains(programme->period);
      programme->period = within(programme->period, mandate);
    }
  }
  if (!check(offer.record, rules)) return std::nullopt;
  return offer;
}

}  // namespace dossiers
