#include "server/demonstration/cast.hpp"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>

#include "domain/core/assert.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "server/demonstration/chance.hpp"

namespace server {
namespace {

using entities::Profile;

/// What became of the dossiers that are written by hand: whether each is before the jury.
std::map<core::EntityCode, bool> written_dossiers(const Steps& written) {
  std::map<core::EntityCode, bool> judged;
  for (const auto& step : written) {
    if (const auto* started = step.command.get_if<dossiers::StartDossier>())
      judged.emplace(started->entity, false);
    if (const auto* screened = step.command.get_if<dossiers::ScreenDossier>())
      judged[core::entity_of(screened->dossier)] = screened->verdict == dossiers::Verdict::Eligible;
  }
  return judged;
}

bool is_municipality(const Profile& entity) {
  return entity.category == regulation::Category::Municipio;
}

Applicant applicant_of(const Profile& entity, const core::EditionId& edition) {
  auto account = "candidatura-" + entity.code.text();
  std::ranges::transform(account, account.begin(), [](char c) {
    return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return {entity, core::dossier_of(edition, entity.code), core::AccountId(std::move(account))};
}

/// So many of the list, at even distances.
std::vector<const Profile*> spread(const std::vector<const Profile*>& list, std::size_t many) {
  std::vector<const Profile*> chosen;
  const auto all = std::min(many, list.size());
  for (std::size_t i = 0; i < all; ++i) chosen.push_back(list[i * list.size() / all]);
  return chosen;
}

/// A few dossiers are never submitted, a few not admitted, clarified, or taken back.
void decide_fates(std::vector<Applicant>& applicants, const Words& words) {
  std::size_t nth = 0;
  for (auto& applicant : applicants) {
    if (!applicant.invented) continue;
    ++nth;
    if (nth % 29 == 7) applicant.submits = false;
    applicant.clarifies = nth % 37 == 3;
    applicant.withdraws = nth % 97 == 5;
    if (nth % 31 == 11)
      applicant.not_eligible =
          Chance("eligible " + applicant.dossier.text()).of(words.not_eligible);
  }
  std::size_t twins = 0;
  for (auto& applicant : applicants | std::views::reverse)
    if (twins < 2 && applicant.invented && applicant.judged() &&
        applicant.entity.category == regulation::Category::Freguesia) {
      applicant.twin = true;
      ++twins;
    }
  core::ensure(twins == 2, "there are two parishes to tie");
}

std::vector<CastJuror> jurors_of(std::size_t many, const std::vector<Applicant>& applicants,
                                 const Words& words) {
  core::ensure(many >= 6 && many < words.jurors.size(), "there are names for as many jurors");
  std::vector<CastJuror> jurors;
  for (std::size_t i = 0; i <= many; ++i) {
    const auto id = "jurado-" + std::to_string(i + 1);
    CastJuror juror{core::AccountId(id), words.jurors[i]};
    if (i % 6 == 2 && i != many) juror.affiliation = applicants[i].entity.municipality;
    for (const std::size_t area : {i, i + 5})
      juror.areas.push_back(words.themes[area % words.themes.size()].theme);
    jurors.push_back(std::move(juror));
  }
  return jurors;
}

}  // namespace

std::vector<const Applicant*> Cast::judged() const {
  std::vector<const Applicant*> judged;
  for (const auto& applicant : applicants)
    if (applicant.judged()) judged.push_back(&applicant);
  return judged;
}

const Applicant& Cast::of(const core::DossierId& dossier) const {
  const auto found = std::ranges::find(applicants, dossier, &Applicant::dossier);
  core::ensure(found != applicants.end(), "whose dossier is judged takes part");
  return *found;
}

Cast cast_of(const FullSize& size, const core::EditionId& edition,
             const std::vector<Profile>& entities, const Steps& written, const Words& words) {
  const auto by_hand = written_dossiers(written);
  Cast cast;
  std::vector<const Profile*> municipalities;
  std::vector<const Profile*> parishes;
  for (const auto& entity : entities) {
    const auto found = by_hand.find(entity.code);
    if (found == by_hand.end()) {
      (is_municipality(entity) ? municipalities : parishes).push_back(&entity);
      continue;
    }
    auto& applicant = cast.applicants.emplace_back(applicant_of(entity, edition));
    applicant.invented = false;
    applicant.submits = found->second;
  }
  const auto of_municipalities = static_cast<std::size_t>(std::ranges::count_if(
      cast.applicants, [](const auto& one) { return is_municipality(one.entity); }));
  const auto of_parishes = cast.applicants.size() - of_municipalities;
  for (const auto* entity : spread(municipalities, size.municipalities - of_municipalities))
    cast.applicants.push_back(applicant_of(*entity, edition));
  for (const auto* entity : spread(parishes, size.parishes - of_parishes))
    cast.applicants.push_back(applicant_of(*entity, edition));
  decide_fates(cast.applicants, words);
  cast.jurors = jurors_of(size.jurors, cast.applicants, words);
  return cast;
}

}  // namespace server
