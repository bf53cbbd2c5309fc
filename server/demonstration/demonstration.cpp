#include "server/demonstration/demonstration.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "domain/accounts/account.hpp"
#include "domain/contexts.hpp"
#include "domain/entities/entity.hpp"
#include "domain/facts.hpp"
#include "server/cli/cli.hpp"
#include "server/identity/passwords.hpp"
#include "server/session.hpp"
#include "server/share.hpp"

namespace server {
namespace {

using core::fail;
using core::Result;

struct Step {
  core::Instant at;
  core::AccountId as;
  std::string command;
  core::Verbatim body;
  FIELDS(at, as, command, body)
};

struct Script {
  std::vector<Step> steps;
  FIELDS(steps)
};

struct Accounts {
  std::vector<DemonstrationAccount> accounts;
  FIELDS(accounts)
};

struct Entities {
  std::vector<entities::RegisterEntity> entities;
  FIELDS(entities)
};

core::Instant beginning() {
  return core::Instant::parse("2021-02-01T09:00:00Z").value();
}

template <core::Record T>
Result<T> read_record(const std::filesystem::path& path) {
  auto text = read_file(path);
  if (!text) return fail(std::move(text.error()));
  auto record = json::read<T>(*text);
  if (!record) record.error().field = path.filename().string() + ": " + record.error().field;
  return record;
}

/// Given by many hands at once, so that their appends share the disk's waits.
Result<void> register_entities(Application& app, const Progress& progress) {
  constexpr std::size_t hands = 32;
  const auto list = read_record<Entities>(shared_file("reference/entities.json"));
  if (!list) return fail(list.error());
  std::atomic<std::size_t> next = 0;
  std::vector<std::optional<core::Error>> errors(hands);
  {
    std::vector<std::jthread> workers;
    for (std::size_t hand = 0; hand < hands; ++hand)
      workers.emplace_back([&, hand] {
        for (std::size_t i = next++; i < list->entities.size() && !errors[hand]; i = next++) {
          const auto& entity = list->entities[i];
          const auto done =
              app.commands().handle({entity, core::CommandId("demo-entity-" + entity.code.text()),
                                     cli::operator_of_the_machine(), std::nullopt});
          if (!done) errors[hand] = done.error();
          if (hand == 0) progress(i, list->entities.size());
        }
      });
  }
  for (auto& error : errors)
    if (error) return fail(*std::move(error));
  return {};
}

Result<void> open_accounts(Application& app) {
  const auto accounts = demonstration_accounts();
  if (!accounts) return fail(accounts.error());
  const auto hash = identity::hash_password(demonstration_password);
  if (!hash) return fail(hash.error());
  for (const auto& account : *accounts) {
    const core::StreamRef stream{accounts::Account::category, account.account.text()};
    if (app.commands().facts_of(stream).find<facts::Account>() != nullptr) continue;
    const auto done = app.commands().handle(
        {accounts::OpenAccount{account.account, account.full_name, account.email, *hash,
                               account.roles, account.entities},
         core::CommandId("demo-account-" + account.account.text()), cli::operator_of_the_machine(),
         std::nullopt});
    if (!done) return fail(done.error());
  }
  return {};
}

core::Actor actor_named(Application& app, const core::AccountId& id) {
  const auto told = app.commands().facts_of({accounts::Account::category, id.text()});
  const auto* account = told.find<facts::Account>();
  return account == nullptr ? core::Actor() : actor_of(*account);
}

Result<void> take_step(Application& app, ScriptedClock& clock, const Step& step,
                       const core::CommandId& id) {
  const auto* type = contexts::find_command(step.command);
  if (type == nullptr)
    return fail(core::invalid("unknown-command", step.command, "Este comando não existe.",
                              "There is no such command."));
  auto command = json::read(*type->record, step.body.json);
  if (!command) return fail(std::move(command.error()));
  clock.set(step.at);
  const auto done =
      app.commands().handle({*std::move(command), id, actor_named(app, step.as), std::nullopt});
  if (!done) return fail(done.error());
  return {};
}

Result<std::vector<std::filesystem::path>> script_files() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(shared_file("demonstration"))) {
    const auto name = entry.path().filename().string();
    if (entry.path().extension() == ".json" && name.front() >= '0' && name.front() <= '9')
      files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

Result<void> run_script(Application& app, ScriptedClock& clock, const std::filesystem::path& file,
                        const Progress& progress) {
  const auto script = read_record<Script>(file);
  if (!script) return fail(script.error());
  for (std::size_t i = 0; i < script->steps.size(); ++i) {
    const core::CommandId id(fmt::format("demo-{}-{}", file.stem().string(), i));
    auto taken = take_step(app, clock, script->steps[i], id);
    if (!taken) {
      taken.error().field =
          fmt::format("{} steps[{}] {}", file.filename().string(), i, taken.error().field);
      return taken;
    }
    progress(i + 1, script->steps.size());
  }
  return {};
}

/// The demonstration belongs into a data directory of its own.
Result<void> check_place(Application& app) {
  const auto first = app.store().read_all(1, 1);
  if (first.empty() || first.front().command_id.text().starts_with("demo-")) return {};
  return fail(
      core::error_of(core::ErrorKind::Conflict, "data-not-empty",
                     "A pasta de dados já tem outros dados; a demonstração quer uma só sua.",
                     "The data directory holds other data; the demonstration wants one of "
                     "its own."));
}

}  // namespace

Result<std::vector<DemonstrationAccount>> demonstration_accounts() {
  auto accounts = read_record<Accounts>(shared_file("demonstration/accounts.json"));
  if (!accounts) return fail(std::move(accounts.error()));
  return std::move(accounts->accounts);
}

Result<void> load_demonstration(Application& app, ScriptedClock& clock, const Progress& progress) {
  if (auto place = check_place(app); !place) return place;
  clock.set(beginning());
  if (auto done = register_entities(app, progress); !done) return done;
  if (auto done = open_accounts(app); !done) return done;
  const auto files = script_files();
  if (!files) return fail(files.error());
  for (const auto& file : *files)
    if (auto done = run_script(app, clock, file, progress); !done) return done;
  return app.views().catch_up();
}

}  // namespace server
