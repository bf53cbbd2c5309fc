#include "domain/dossiers/prefill.hpp"

#include <algorithm>
#include <utility>

#include "domain/dossiers/record_rules.hpp"

namespace dossiers {
namespace {

bool is_open(const Programme& programme) {
  return programme.state == ProgrammeState::Preparing || programme.state == ProgrammeState::Running;
}

/// An open programme goes on: where its last day lies before the mandate, it was the day on which
/// the earlier dossier was written.
core::Period within(const core::Period& period, const core::Period& mandate) {
  return {std::clamp(period.first, mandate.first, mandate.last),
          std::clamp(period.last, mandate.first, mandate.last)};
}

}  // namespace

std::optional<Offered> offered(DossierRecord record, const core::Period& mandate) {
  Offered offer{std::move(record), false};
  auto* programme = std::get_if<Programme>(&offer.record);
  if (programme != nullptr && is_open(*programme) && programme->period.first <= mandate.last) {
    offer.brought_into_mandate = !mandate.contains(programme->period);
    programme->period = within(programme->period, mandate);
  }
  if (!check(offer.record, mandate)) return std::nullopt;
  return offer;
}

}  // namespace dossiers
