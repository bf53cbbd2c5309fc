#include "server/demonstration/full_demonstration.hpp"

#include <algorithm>
#include <iterator>
#include <set>

#include "domain/core/assert.hpp"
#include "domain/editions/edition.hpp"
#include "projections/recorded.hpp"
#include "server/demonstration/demonstration_file.hpp"
#include "server/demonstration/full_edition.hpp"
#include "server/demonstration/loader.hpp"

namespace server {
namespace {

using core::fail;
using core::Result;

/// In order of time, each with its place in the part of that name.
Steps arranged(const std::string& part, std::vector<Steps> pieces) {
  Steps all;
  for (auto& piece : pieces) std::ranges::move(piece, std::back_inserter(all));
  std::ranges::stable_sort(all, {}, &Step::at);
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i].place.empty()) all[i].place = part + "-" + std::to_string(i);
  return all;
}

/// Those written by hand, and those of everybody else in the cast.
std::vector<DemonstrationAccount> accounts_of(const Cast& cast,
                                              std::vector<DemonstrationAccount> accounts) {
  std::set<core::AccountId> known;
  for (const auto& account : accounts) known.insert(account.account);
  const auto add = [&](const core::AccountId& id, const std::string& name, core::Role role,
                       std::vector<core::EntityCode> entities) {
    if (known.insert(id).second)
      accounts.push_back(
          {id, name, id.text() + "@demonstracao.example", {role}, std::move(entities)});
  };
  for (const auto& juror : cast.jurors) add(juror.account, juror.name, core::Role::Juror, {});
  for (const auto& applicant : cast.applicants)
    add(applicant.account, "Pessoa Exemplo, " + applicant.entity.display_name,
        core::Role::Applicant, {applicant.entity.code});
  return accounts;
}

/// Of all assignments of the edition, by when they were made.
Result<std::vector<Assignments>> assignments(Application& app, const core::EditionId& edition) {
  std::vector<Assignments> made;
  eventstore::Version version = 0;
  const auto read = projections::read_on(
      app.store(), {"panel", edition.text()}, version, projections::newest,
      [&](const core::Recorded& recorded) {
        if (const auto* assigned = recorded.event.get_if<jury::JurorsAssigned>())
          made.push_back(assigned->assignments);
      });
  if (!read) return fail(read.error());
  return made;
}

Result<FullEdition> full_edition(const FullSize& size,
                                 const std::vector<entities::Profile>& entities,
                                 const Steps& written) {
  auto words = read_demonstration<Words>(shared_file("demonstration/words.json"));
  if (!words) return fail(std::move(words.error()));
  const auto& opened = written.front().command.get<editions::OpenEdition>();
  auto cast = cast_of(size, opened.edition, entities, written, *words);
  return FullEdition{opened.edition, opened.regulation, *std::move(words), std::move(cast)};
}

/// Without the small demonstration's result, which is not this one's.
Steps without_result(Steps steps) {
  std::erase_if(steps,
                [](const Step& step) { return step.command.type().name.starts_with("result."); });
  return steps;
}

Result<void> load_jury_and_result(Application& app, const Loader& loader, const FullEdition& full,
                                  Steps afterwards) {
  auto made = assignments(app, full.edition);
  if (!made) return fail(made.error());
  const auto first = made->at(0);
  if (auto done = loader.carry_out(arranged("round", {round_steps(full, first)})); !done)
    return done;
  made = assignments(app, full.edition);
  if (!made) return fail(made.error());
  return loader.carry_out(
      arranged("result", {second_round_steps(full, made->at(1)), result_steps(full, first),
                          without_result(std::move(afterwards))}));
}

}  // namespace

Result<void> load_full_demonstration(Application& app, ScriptedClock& clock, const FullSize& size,
                                     const Progress& progress) {
  const Loader loader(app, clock, "full", progress);
  if (auto place = loader.check_place(); !place) return place;
  const auto entities = registered_entities();
  if (!entities) return fail(entities.error());
  const auto accounts = demonstration_accounts();
  if (!accounts) return fail(accounts.error());
  auto dossiers = written_steps("0", "6");     // the small demonstration's jury and result
  auto afterwards = written_steps("85", "a");  // are of another size
  if (!dossiers) return fail(dossiers.error());
  if (!afterwards) return fail(afterwards.error());
  const auto full = full_edition(size, *entities, *dossiers);
  if (!full) return fail(full.error());
  if (auto done = loader.register_entities(*entities); !done) return done;
  if (auto done = loader.open_accounts(accounts_of(full->cast, *accounts)); !done) return done;
  if (auto done = loader.carry_out(
          arranged("dossiers", {*std::move(dossiers), dossier_steps(*full), jury_steps(*full)}));
      !done)
    return done;
  if (auto done = load_jury_and_result(app, loader, *full, *std::move(afterwards)); !done)
    return done;
  return app.views().catch_up();
}

}  // namespace server
