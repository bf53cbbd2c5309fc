#include "domain/awards/all_judged.hpp"

#include <ranges>
#include <set>

#include "domain/facts.hpp"

namespace awards {
namespace {

using Dossiers = std::set<core::DossierId>;

/// The first of them by name: "2021-1701, 2021-1702 (e mais 3)".
std::string named(const Dossiers& dossiers, const std::string& and_more) {
  constexpr std::size_t most = 10;
  std::string text;
  for (const auto& dossier : dossiers | std::views::take(most))
    text += (text.empty() ? "" : ", ") + dossier.text();
  if (dossiers.size() > most)
    text += " (" + and_more + " " + std::to_string(dossiers.size() - most) + ")";
  return text;
}

core::Error error_about(const Dossiers& dossiers, std::string code, const std::string& pt,
                        const std::string& en) {
  return core::error_of(core::ErrorKind::Conflict, std::move(code),
                        pt + ": " + named(dossiers, "e mais") + ".",
                        en + ": " + named(dossiers, "and more:") + ".");
}

}  // namespace

core::Result<void> check_all_judged(const std::vector<core::DossierId>& submitted,
                                    const core::Context& context) {
  const auto& facts = context.facts;
  const auto& calendar = facts.find<facts::Edition>()->regulation.calendar;
  const Dossiers asked(submitted.begin(), submitted.end());
  Dossiers judged;
  if (const auto* panel = facts.find<facts::Panel>())
    judged.insert(panel->dossiers.begin(), panel->dossiers.end());
  Dossiers unscreened;
  Dossiers unjudged;
  Dossiers contestable;
  for (const auto* dossier : facts.all<facts::Dossier>()) {
    if (!asked.contains(dossier->id)) continue;
    if (dossier->state == facts::DossierState::Submitted) unscreened.insert(dossier->id);
    if (dossier->state == facts::DossierState::Eligible && !judged.contains(dossier->id))
      unjudged.insert(dossier->id);
    if (dossier->turned_down &&
        core::in_time(context.now, regulation::contest_deadline(calendar, *dossier->turned_down,
                                                                context.lisbon)))
      contestable.insert(dossier->id);
  }
  if (!unscreened.empty())
    return core::fail(error_about(unscreened, "dossiers-unscreened",
                                  "Falta decidir a admissibilidade de candidaturas submetidas",
                                  "Dossiers that were submitted have to be screened first"));
  if (!unjudged.empty())
    return core::fail(error_about(unjudged, "dossiers-unjudged",
                                  "Há candidaturas admitidas que não foram apresentadas ao júri",
                                  "Dossiers that were admitted have not been put before the jury"));
  if (!contestable.empty())
    return core::fail(error_about(contestable, "dossiers-contestable",
                                  "Ainda corre o prazo para contestar a não admissão",
                                  "That these were not admitted may still be contested"));
  return {};
}

}  // namespace awards
