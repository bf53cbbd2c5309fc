#include "projections/offers.hpp"

#include <algorithm>
#include <set>

#include "projections/editions.hpp"

namespace projections {
namespace {

using Origins = std::set<std::pair<core::DossierId, core::RecordId>>;

void add_origin(Origins& origins, const RecordRow& row) {
  if (row.origin) origins.emplace(row.origin->dossier, row.origin->record_id);
}

bool has_section(const regulation::Regulation& rules, regulation::Section section) {
  return std::ranges::find(rules.sections, section, &regulation::SectionRules::section) !=
         rules.sections.end();
}

/// Those of one earlier dossier; `taken` grows by what it took over itself.
std::vector<Offer> offers_of(const eventstore::RowView& board, const core::DossierId& earlier,
                             const EditionRow& theirs, const regulation::Regulation& rules,
                             Origins& taken) {
  std::vector<Offer> offers;
  for (auto& row : records_of(board, earlier)) {
    const bool again = taken.contains({earlier, row.record_id});
    add_origin(taken, row);
    if (again || !has_section(rules, row.section)) continue;
    if (auto offer = dossiers::offered(std::move(row.record), rules))
      offers.push_back({{earlier, row.record_id},
                        theirs.title,
                        row.section,
                        offer->brought_into_mandate,
                        offer->outside_mandate,
                        std::move(offer->record)});
  }
  return offers;
}

}  // namespace

std::optional<std::vector<Offer>> offers_for(const Views& views, const core::DossierId& dossier) {
  const auto board = views.view("dossier_board");
  const auto row = find_dossier(*board, dossier);
  const auto editions = all_editions(*views.view("editions"));
  const auto own = std::ranges::find(editions, core::edition_of(dossier), &EditionRow::edition);
  if (!row || own == editions.end()) return std::nullopt;
  Origins taken;
  for (const auto& record : records_of(*board, dossier)) add_origin(taken, record);
  std::vector<Offer> offers;
  for (const auto& edition : editions) {
    if (edition.regulation.calendar.opens >= own->regulation.calendar.opens) continue;
    auto found = offers_of(*board, core::dossier_of(edition.edition, row->entity), edition,
                           own->regulation, taken);
    std::ranges::move(found, std::back_inserter(offers));
  }
  return offers;
}

}  // namespace projections
