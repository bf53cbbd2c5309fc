#include "domain/accounts/account.hpp"
#include "domain/accounts/account_checks.hpp"
#include "domain/accounts/invitation.hpp"
#include "projections/invitations.hpp"
#include "server/api/tables.hpp"
#include "server/application.hpp"
#include "server/command_handler.hpp"
#include "server/identity/passwords.hpp"
#include "server/session.hpp"

namespace server {
namespace {

struct NewInvitation {
  core::InvitationId invitation;
  std::string email;
  core::Capacity capacity = core::Capacity::Editor;
  FIELDS(invitation, email, capacity)
};

/// The code is told once, to whoever invites, who passes it on; a repeated request has none.
struct SentInvitation {
  core::InvitationId invitation;
  std::optional<std::string> token;
  eventstore::Position position = 0;
  FIELDS(invitation, token, position)
};

struct NewColleague {
  std::string token;
  core::AccountId account;
  std::string full_name;
  std::string password;
  FIELDS(token, account, full_name, password)
};

struct ShownToken {
  std::string token;
  FIELDS(token)
};

core::Result<permissions::Subject> entity_in_path(const Call& call) {
  auto entity = id_from_path<core::EntityCode>(call.request, "entity");
  if (!entity) return core::fail(std::move(entity.error()));
  return permissions::Subject{*std::move(entity), {}};
}

Reply show(const Call& call) {
  const auto entity = id_from_path<core::EntityCode>(call.request, "entity");
  if (!entity) return core::fail(entity.error());
  return json_response(projections::team_of(call.app.views(), *entity, call.app.now()));
}

Reply invite(const Call& call) {
  const auto entity = id_from_path<core::EntityCode>(call.request, "entity");
  if (!entity) return core::fail(entity.error());
  const auto wanted = json::read<NewInvitation>(call.request.body);
  if (!wanted) return core::fail(wanted.error());
  std::optional<std::string> token;
  auto reply = give_command(
      call,
      accounts::SendInvitation{wanted->invitation, *entity, wanted->email, wanted->capacity, ""},
      [&](core::Command& command) -> core::Result<void> {
        token = call.app.fresh_id();
        auto whole = command.get<accounts::SendInvitation>();
        whole.token_sha256 = writing().sha256(*token);
        command = std::move(whole);
        return {};
      });
  if (!reply || reply->status != 200) return reply;
  const auto accepted = json::read<Accepted>(reply->body);
  core::ensure(accepted.has_value(), "an accepted command is told as such");
  return json_response(SentInvitation{wanted->invitation, token, accepted->position});
}

/// Whoever tries codes is held back like whoever tries passwords.
core::Result<void> accept(const Call& call, const accounts::AcceptInvitation& command) {
  auto& throttle = call.app.sign_in_throttle();
  const auto name = "invitation " + command.invitation.text();
  if (auto allowed = throttle.admit(name, client_of(call.request), call.app.now()); !allowed)
    return allowed;
  const auto accepted = call.app.commands().handle(
      {command, core::CommandId("accept-" + call.app.fresh_id()), call.actor, std::nullopt});
  if (!accepted) return core::fail(accepted.error());
  throttle.succeeded(name);
  return {};
}

/// Whoever comes with an invitation acts as the account that it is to become.
Reply open_account(const Call& call) {
  const auto invitation = id_from_path<core::InvitationId>(call.request, "invitation");
  if (!invitation) return core::fail(invitation.error());
  const auto wanted = json::read<NewColleague>(call.request.body);
  if (!wanted) return core::fail(wanted.error());
  if (auto checked = identity::check_length(wanted->password); !checked)
    return core::fail(std::move(checked.error()));
  if (auto checked = accounts::check_full_name(wanted->full_name); !checked)
    return core::fail(std::move(checked.error()));
  core::Actor newcomer;
  newcomer.account = wanted->account;
  const Call theirs{call.request, newcomer, call.app};
  if (auto accepted = accept(theirs, {*invitation, wanted->account, true, wanted->token});
      !accepted)
    return core::fail(std::move(accepted.error()));
  return give_command(theirs,
                      accounts::OpenInvited{wanted->account, *invitation, wanted->full_name, ""},
                      [&](core::Command& command) {
                        return put_hash<accounts::OpenInvited>(command, wanted->password);
                      });
}

Reply join(const Call& call) {
  const auto invitation = id_from_path<core::InvitationId>(call.request, "invitation");
  if (!invitation) return core::fail(invitation.error());
  const auto shown = json::read<ShownToken>(call.request.body);
  if (!shown) return core::fail(shown.error());
  const auto& account = call.actor.account;
  if (auto accepted = accept(call, {*invitation, account, false, shown->token}); !accepted)
    return core::fail(std::move(accepted.error()));
  return give_command(call, accounts::JoinEntity{account, *invitation});
}

}  // namespace

std::vector<Endpoint> team_endpoints() {
  using permissions::Audience;
  return {{http::Method::Get,
           "/entities/{entity}/team",
           "team.show",
           "Who acts for an entity, and who was invited to.",
           Audience::Owner,
           entity_in_path,
           {},
           json::schema<projections::Team>,
           {},
           show},
          {http::Method::Post,
           "/entities/{entity}/invitations",
           "invitation.send",
           "Invites a colleague as editor or submitter; the answer holds the code to pass on.",
           Audience::SignedIn,
           {},
           json::schema<NewInvitation>,
           json::schema<SentInvitation>,
           {},
           invite,
           true},
          {http::Method::Post,
           "/invitations/{invitation}/account",
           "account.open-invited",
           "Opens an account for who was invited and has none.",
           Audience::Everyone,
           {},
           json::schema<NewColleague>,
           json::schema<Accepted>,
           {},
           open_account,
           true},
          {http::Method::Post,
           "/invitations/{invitation}/membership",
           "account.join-entity",
           "Lets who is signed in act for the entity that has invited them.",
           Audience::SignedIn,
           {},
           json::schema<ShownToken>,
           json::schema<Accepted>,
           {},
           join,
           true}};
}

}  // namespace server
