#include "server/demonstration/demonstration.hpp"

#include "server/demonstration/demonstration_file.hpp"
#include "server/demonstration/loader.hpp"

namespace server {
namespace {

using core::fail;
using core::Result;

struct Accounts {
  std::vector<DemonstrationAccount> accounts;
  FIELDS(accounts)
};

}  // namespace

Result<std::vector<DemonstrationAccount>> demonstration_accounts() {
  auto accounts = read_demonstration<Accounts>(shared_file("demonstration/accounts.json"));
  if (!accounts) return fail(std::move(accounts.error()));
  return std::move(accounts->accounts);
}

Result<void> load_demonstration(Application& app, ScriptedClock& clock, const Progress& progress) {
  const Loader loader(app, clock, "demo", progress);
  if (auto place = loader.check_place(); !place) return place;
  const auto entities = registered_entities();
  if (!entities) return fail(entities.error());
  const auto accounts = demonstration_accounts();
  if (!accounts) return fail(accounts.error());
  const auto steps = written_steps("0", "a");
  if (!steps) return fail(steps.error());
  if (auto done = loader.register_entities(*entities); !done) return done;
  if (auto done = loader.open_accounts(*accounts); !done) return done;
  if (auto done = loader.carry_out(*steps); !done) return done;
  return app.views().catch_up();
}

}  // namespace server
