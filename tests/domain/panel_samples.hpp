#pragma once

#include <gtest/gtest.h>

#include <algorithm>

#include "domain/jury/panel.hpp"
#include "tests/support/given_when_then.hpp"
#include "tests/support/regulations.hpp"

namespace panel_samples {

using jury::ConflictDenied;
using jury::ConflictsAsked;
using jury::JurorAppointed;
using jury::panel_type;
using testing_support::given;
using testing_support::Scenario;

inline const core::EditionId edition("2021");
inline const core::DossierId alijo("2021-1702");
inline const core::DossierId favaios("2021-170205");
inline const core::AccountId ana("ana");
inline const core::AccountId rui("rui");
inline const core::AccountId eva("eva");
inline const core::AccountId gil("gil");
inline const core::AccountId zita("zita");
inline const std::vector<core::DossierId> both = {alijo, favaios};

inline JurorAppointed appointed(const core::AccountId& juror,
                                std::optional<core::EntityCode> affiliation = std::nullopt) {
  auto municipality = affiliation;
  if (affiliation) municipality = core::EntityCode(affiliation->text().substr(0, 4));
  return {edition, juror, "Jurado " + juror.text(), std::move(affiliation), municipality};
}

/// As a command appoints it, at the beginning of time, to whom its autarquia is known by its name.
inline JurorAppointed appointed_now(JurorAppointed juror,
                                    std::optional<std::string> affiliation_name = std::nullopt) {
  juror.at = core::Instant();
  juror.affiliation_name = std::move(affiliation_name);
  return juror;
}

inline std::vector<core::Event> after(std::vector<core::Event> history,
                                      const std::vector<core::Event>& more) {
  history.insert(history.end(), more.begin(), more.end());
  return history;
}

inline const std::vector<core::Event> four_appointed = {appointed(ana), appointed(rui),
                                                        appointed(eva), appointed(gil)};
inline const auto four_asked =
    after(four_appointed, {ConflictsAsked{edition, both, {ana, eva, gil, rui}}});

inline std::vector<core::Event> all_without_conflict() {
  auto history = four_asked;
  for (const auto& juror : {ana, rui, eva, gil})
    for (const auto& dossier : both) history.emplace_back(ConflictDenied{dossier, juror, ""});
  return history;
}

inline facts::Dossier dossier(const core::DossierId& id,
                              facts::DossierState state = facts::DossierState::Eligible) {
  return {id, regulation::Category::Municipio, state, {}};
}

inline facts::Account account_of(const core::AccountId& juror) {
  return {juror, "Jurado " + juror.text(), "", {core::Role::Juror}, {}};
}

/// Knows the edition, the accounts of its jurors, the municipality of Alijó and its parish of
/// Favaios, both eligible.
inline Scenario given_panel(const std::vector<core::Event>& history) {
  auto scenario = given(panel_type(), history);
  scenario.knowing(facts::Edition{edition, testing_support::small_regulation()})
      .knowing(facts::Entity{core::EntityCode("1702"), "Alijó", regulation::Category::Municipio,
                             core::EntityCode("1702")})
      .knowing(facts::Entity{core::EntityCode("170205"), "Favaios", regulation::Category::Freguesia,
                             core::EntityCode("1702")})
      .knowing(dossier(alijo))
      .knowing(dossier(favaios));
  for (const auto& juror : {ana, rui, eva, gil, zita}) scenario.knowing(account_of(juror));
  return scenario;
}

/// What equal choices are parted by in that edition.
inline std::string seed() {
  return core::digest_of(testing_support::small_regulation(),
                         core::Writing{testing_support::pretended_sha256, json::write_visited});
}

inline core::Actor acting(const core::AccountId& account) {
  return {account, {core::Role::Juror}, {}};
}

inline facts::Panel told(const std::vector<core::Event>& history) {
  const auto panel = panel_type().make();
  for (const auto& event : history) panel->apply(event);
  core::Facts facts;
  panel->tell(facts);
  return *facts.find<facts::Panel>();
}

}  // namespace panel_samples
