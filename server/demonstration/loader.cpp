#include "server/demonstration/loader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <thread>

#include "domain/accounts/account.hpp"
#include "domain/contexts.hpp"
#include "domain/entities/entity.hpp"
#include "domain/facts.hpp"
#include "server/cli/cli.hpp"
#include "server/demonstration/demonstration_file.hpp"
#include "server/identity/passwords.hpp"
#include "server/session.hpp"
#include "server/share.hpp"

namespace server {
namespace {

using core::fail;
using core::Result;

struct WrittenStep {
  core::Instant at;
  core::AccountId as;
  std::string command;
  core::Verbatim body;
  FIELDS(at, as, command, body)
};

struct Script {
  std::vector<WrittenStep> steps;
  FIELDS(steps)
};

struct Entities {
  std::vector<entities::RegisterEntity> entities;
  FIELDS(entities)
};

core::Instant beginning() {
  return instant("2021-02-01T09:00:00Z");
}

Result<core::Command> command_of(const WrittenStep& step) {
  const auto* type = contexts::find_command(step.command);
  if (type == nullptr)
    return fail(core::invalid("unknown-command", step.command, "Este comando não existe.",
                              "There is no such command."));
  return json::read(*type->record, step.body.json);
}

Result<void> read_script(const std::filesystem::path& file, Steps& steps) {
  const auto script = read_demonstration<Script>(file);
  if (!script) return fail(script.error());
  for (std::size_t i = 0; i < script->steps.size(); ++i) {
    const auto& step = script->steps[i];
    auto place = fmt::format("{}-{}", file.stem().string(), i);
    auto command = command_of(step);
    if (!command) {
      command.error().field = place + " " + command.error().field;
      return fail(std::move(command.error()));
    }
    steps.push_back({step.at, step.as, *std::move(command), std::move(place)});
  }
  return {};
}

}  // namespace

Result<void> Loader::check_place() const {
  const auto first = app_.store().read_all(1, 1);
  if (first.empty() || first.front().command_id.text().starts_with(name_ + "-")) return {};
  return fail(
      core::error_of(core::ErrorKind::Conflict, "data-not-empty",
                     "A pasta de dados já tem outros dados; a demonstração quer uma só sua.",
                     "The data directory holds other data; the demonstration wants one of "
                     "its own."));
}

Result<void> Loader::give(core::Command command, const core::Actor& actor,
                          const std::string& place) const {
  const auto done = app_.commands().handle(
      {std::move(command), core::CommandId(name_ + "-" + place), actor, std::nullopt});
  if (!done) return fail(done.error());
  return {};
}

/// By many hands at once, so that their appends share the disk's waits.
Result<void> Loader::register_entities(const std::vector<entities::Profile>& entities) const {
  constexpr std::size_t hands = 32;
  clock_.set(beginning());
  std::atomic<std::size_t> next = 0;
  std::vector<std::optional<core::Error>> errors(hands);
  {
    std::vector<std::jthread> workers;
    for (std::size_t hand = 0; hand < hands; ++hand)
      workers.emplace_back([&, hand] {
        for (std::size_t i = next++; i < entities.size() && !errors[hand]; i = next++) {
          const auto done =
              give(entities::RegisterEntity{entities[i]}, cli::operator_of_the_machine(),
                   "entity-" + entities[i].code.text());
          if (!done) errors[hand] = done.error();
          if (hand == 0) progress_(i, entities.size());
        }
      });
  }
  for (auto& error : errors)
    if (error) return fail(*std::move(error));
  return {};
}

Result<void> Loader::open_accounts(const std::vector<DemonstrationAccount>& accounts) const {
  const auto hash = identity::hash_password(demonstration_password);
  if (!hash) return fail(hash.error());
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    const auto& account = accounts[i];
    const core::StreamRef stream{accounts::Account::category, account.account.text()};
    if (app_.commands().facts_of(stream).find<facts::Account>() != nullptr) continue;
    auto done = give(accounts::OpenAccount{account.account, account.full_name, account.email, *hash,
                                           account.roles, account.entities},
                     cli::operator_of_the_machine(), "account-" + account.account.text());
    if (!done) return done;
    progress_(i + 1, accounts.size());
  }
  return {};
}

Result<void> Loader::carry_out(const Steps& steps) const {
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const auto& [at, as, command, place] = steps[i];
    const auto told = app_.commands().facts_of({accounts::Account::category, as.text()});
    const auto* account = told.find<facts::Account>();
    clock_.set(at);
    auto done = give(command, account == nullptr ? core::Actor() : actor_of(*account), place);
    if (!done) {
      done.error().field = place + " " + done.error().field;
      return done;
    }
    progress_(i + 1, steps.size());
  }
  return {};
}

Result<std::vector<entities::Profile>> registered_entities() {
  const auto list = read_demonstration<Entities>(shared_file("reference/entities.json"));
  if (!list) return fail(list.error());
  return std::vector<entities::Profile>(list->entities.begin(), list->entities.end());
}

Result<Steps> written_steps(std::string_view first, std::string_view end) {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(shared_file("demonstration"))) {
    const auto name = entry.path().filename().string();
    if (entry.path().extension() == ".json" && first <= name && name < end)
      files.push_back(entry.path());
  }
  std::ranges::sort(files);
  Steps steps;
  for (const auto& file : files)
    if (auto read = read_script(file, steps); !read) return fail(std::move(read.error()));
  return steps;
}

}  // namespace server
