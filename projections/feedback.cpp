#include "projections/feedback.hpp"

#include <algorithm>

namespace projections {

std::optional<Feedback> feedback_of(const Views& views, const core::DossierId& dossier) {
  const auto id = core::edition_of(dossier);
  const auto list = published_result(views, id);
  const auto edition = find_edition(*views.view("editions"), id);
  if (!list || !edition) return std::nullopt;
  const auto named = std::ranges::find(list->dossiers, dossier,
                                       [](const NamedResult& one) { return one.result.dossier; });
  if (named == list->dossiers.end()) return std::nullopt;
  const auto& calendar = edition->calendar;
  const auto ranked = std::ranges::count_if(list->dossiers, [&](const NamedResult& one) {
    return one.result.rank && one.result.category == named->result.category;
  });
  return Feedback{id,
                  list->title,
                  list->demonstration,
                  named->entity,
                  list->state,
                  list->published_at.value(),
                  list->final_at,
                  list->state == ResultState::Provisional ? calendar.hearing_deadline
                                                          : calendar.complaints_deadline,
                  ranked,
                  named->result,
                  ties_of(list->dossiers, static_cast<std::size_t>(named - list->dossiers.begin()),
                          edition->regulation),
                  released(comments_on(views, dossier).value_or(DossierComments()))};
}

}  // namespace projections
