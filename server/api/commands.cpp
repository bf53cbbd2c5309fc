#include <algorithm>
#include <array>
#include <charconv>

#include "domain/awards/outcome_commands.hpp"
#include "domain/contexts.hpp"
#include "projections/whole_dossier.hpp"
#include "server/api/standing.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/problem.hpp"

namespace server {
namespace {

using core::fail;
using core::Result;

/// Passwords are hashed at the endpoints of api/accounts.cpp, codes of invitations at those of
/// api/teams.cpp, signing out ends a session, and api/attachments.cpp looks at files.
constexpr std::array<std::string_view, 8> given_elsewhere = {
    "account.open",    "account.change-password", "account.open-invited", "account.join-entity",
    "invitation.send", "invitation.accept",       "account.end-session",  "dossier.add-attachment"};

Result<core::CommandId> idempotency_key(const http::Request& request) {
  auto id = core::CommandId::parse(request.header("idempotency-key"));
  if (id) return *std::move(id);
  return fail(core::invalid(
      "invalid-header", "Idempotency-Key",
      "Dê ao pedido uma chave própria (Idempotency-Key). " + std::string(core::CommandId::rule_pt),
      "Give the request a key of its own (Idempotency-Key). " +
          std::string(core::CommandId::rule_en)));
}

/// If-Match: "7" or 7; nothing where the header is absent.
Result<std::optional<eventstore::Version>> expected_version(const http::Request& request,
                                                            const core::RecordType& command) {
  auto text = request.header("if-match");
  if (text.empty()) return std::nullopt;
  if (!permissions::tells_version(command))
    return fail(core::invalid("invalid-header", "If-Match", "Este comando não aceita uma versão.",
                              "This command takes no version."));
  if (text.size() > 2 && text.front() == '"' && text.back() == '"')
    text = text.substr(1, text.size() - 2);
  eventstore::Version version = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error == std::errc() && rest == text.data() + text.size()) return version;
  return fail(core::invalid("invalid-header", "If-Match", "A versão é um número entre aspas.",
                            "The version is a number in quotes."));
}

/// A result is computed of all that was submitted, and the log alone knows what that is.
Result<void> name_submitted(Application& app, core::Command& command) {
  if (auto waited = app.wait_until_seen(app.store().head()); !waited) return waited;
  auto compute = command.get<awards::ComputeResult>();
  compute.submitted.clear();
  for (const auto& [entity, dossier] : projections::dossier_board(app.views(), compute.edition))
    if (dossier.receipt) compute.submitted.push_back(dossier.dossier);
  command = std::move(compute);
  return {};
}

std::function<Result<void>(core::Command&)> completion(const Call& call,
                                                       const core::Command& command) {
  if (command.get_if<awards::ComputeResult>() == nullptr) return {};
  return [&app = call.app](core::Command& whole) { return name_submitted(app, whole); };
}

/// With what stands, where the command came second.
Reply refusal(const Call& call, const core::Command& command, core::Error error) {
  auto standing = standing_for(command, error, call.app);
  if (!standing) return fail(std::move(error));
  auto response = problem(error, call.request, *std::move(standing));
  std::erase_if(response.headers, [](const auto& header) {
    return header.first == "Cache-Control";  // every answer of the API is given its own
  });
  return response;
}

}  // namespace

Reply give_command(const Call& call, const core::Command& command,
                   std::function<Result<void>(core::Command&)> complete) {
  auto id = idempotency_key(call.request);
  if (!id) return fail(std::move(id.error()));
  auto version = expected_version(call.request, command.type());
  if (!version) return fail(std::move(version.error()));
  const bool tells_version = permissions::tells_version(command.type());
  auto accepted = call.app.commands().handle(
      {command, *std::move(id), call.actor, *version, std::move(complete), call.request.received});
  if (!accepted) return refusal(call, command, std::move(accepted.error()));
  if (tells_version) return json_response(*accepted, accepted->version);
  accepted->version = 0;
  return json_response(*accepted);
}

std::vector<Endpoint> command_endpoints() {
  std::vector<Endpoint> table;
  for (const auto& type : contexts::commands()) {
    const auto* record = type.record;
    if (std::ranges::find(given_elsewhere, record->name) != given_elsewhere.end()) continue;
    const std::string name(record->name);
    table.push_back({http::Method::Post,
                     "/commands/" + name,
                     name,
                     "Gives the command " + name + ".",
                     permissions::Audience::SignedIn,
                     {},
                     [record] { return json::schema(*record); },
                     [] { return json::schema<Accepted>(); },
                     {},
                     [record](const Call& call) -> Reply {
                       auto command = json::read(*record, call.request.body);
                       if (!command) return fail(std::move(command.error()));
                       auto complete = completion(call, *command);
                       return give_command(call, *std::move(command), std::move(complete));
                     },
                     true});
  }
  return table;
}

}  // namespace server
