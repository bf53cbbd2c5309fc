#include <gtest/gtest.h>
#include <simdjson.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "domain/contexts.hpp"
#include "server/api/endpoint.hpp"
#include "server/demonstration/demonstration.hpp"
#include "server/web.hpp"
#include "tests/server/temporary_folder.hpp"

namespace {

using Operations = std::set<std::string>;  ///< "post /accounts"

using simdjson::dom::element;
using simdjson::dom::object;

element document() {
  static simdjson::dom::parser parser;
  static const element parsed = parser.parse(server::openapi(server::endpoints())).value();
  return parsed;
}

std::string text(const element& value, const char* key) {
  return std::string(value[key].get_string().value());
}

std::string verb_of(http::Method method) {
  switch (method) {
    case http::Method::Get:
      return "get";
    case http::Method::Post:
      return "post";
    case http::Method::Put:
      return "put";
    case http::Method::Patch:
      return "patch";
    case http::Method::Delete:
      return "delete";
    default:
      return "other";
  }
}

/// Calls `look` with "post /accounts" and what the document says of it.
template <class Look>
void for_each_operation(Look look) {
  const object paths = document()["paths"].get_object().value();
  for (const auto& [path, item] : paths) {
    const object methods = item.get_object().value();
    for (const auto& [method, operation] : methods)
      look(std::string(method) + " " + std::string(path), operation);
  }
}

Operations documented() {
  Operations operations;
  for_each_operation([&](const std::string& name, const element&) { operations.insert(name); });
  return operations;
}

Operations served() {
  const server_tests::TemporaryFolder data;
  server::ScriptedClock clock;
  const auto app = server::Application::open(data.path(), clock).value();
  constexpr std::string_view root = "/api/v1";
  Operations operations;
  for (const auto& route : server::make_router(*app).routes())
    if (route.pattern.starts_with(root))
      operations.insert(verb_of(route.method) + " " + route.pattern.substr(root.size()));
  return operations;
}

std::vector<std::string> segments_of(const std::string& path) {
  std::vector<std::string> segments;
  std::istringstream text(path);
  for (std::string segment; std::getline(text, segment, '/');) segments.push_back(segment);
  return segments;
}

/// Whether the two paths differ, and some address could mean either.
bool may_be_confused(const std::string& one, const std::string& other) {
  const auto same = [](const std::string& a, const std::string& b) {
    return a == b || a.starts_with('{') || b.starts_with('{');
  };
  return one != other && std::ranges::equal(segments_of(one), segments_of(other), same);
}

bool asks_for_header(const element& operation, const std::string& name) {
  const simdjson::dom::array parameters = operation["parameters"].get_array().value();
  return std::ranges::any_of(parameters, [&](const element& parameter) {
    return text(parameter, "in") == "header" && text(parameter, "name") == name;
  });
}

TEST(OpenApi, IsADocumentOfItsVersion) {
  EXPECT_EQ(text(document(), "openapi"), "3.1.0");
  EXPECT_EQ(text(document()["servers"].at(0).value(), "url"), "/api/v1");
  EXPECT_TRUE(document()["components"]["schemas"]["Problem"].is_object());
}

TEST(OpenApi, DescribesEveryRouteAndNoOther) {
  const auto operations = served();
  EXPECT_GT(operations.size(), contexts::commands().size());
  EXPECT_EQ(documented(), operations);
}

/// Some carry a password or an invitation's code, which must not reach the log as it stands; one is
/// signing out; one takes a file that the server has looked at.
TEST(OpenApi, OffersEveryCommand) {
  const auto operations = documented();
  const std::map<std::string_view, std::string> elsewhere = {
      {"account.open", "post /accounts"},
      {"account.change-password", "post /accounts/{account}/password"},
      {"account.end-session", "delete /session"},
      {"invitation.send", "post /entities/{entity}/invitations"},
      {"invitation.accept", "post /invitations/{invitation}/account"},
      {"account.open-invited", "post /invitations/{invitation}/account"},
      {"account.join-entity", "post /invitations/{invitation}/membership"},
      {"dossier.add-attachment", "post /dossiers/{dossier}/attachments"}};
  for (const auto& type : contexts::commands()) {
    const auto found = elsewhere.find(type.record->name);
    const auto by_name = "post /commands/" + std::string(type.record->name);
    EXPECT_EQ(operations.contains(by_name), found == elsewhere.end()) << by_name;
    if (found != elsewhere.end()) {
      EXPECT_TRUE(operations.contains(found->second)) << found->second;
    }
  }
}

/// A practice may be called "in-preparation", and is read all the same.
TEST(OpenApi, HasNoPathOfItsOwnWhereTheNameOfAThingMayStand) {
  EXPECT_TRUE(may_be_confused("get /practices/{practice}", "get /practices/in-preparation"));
  const auto operations = documented();
  for (const auto& one : operations)
    for (const auto& other : operations)
      EXPECT_FALSE(may_be_confused(one, other)) << one << " and " << other;
}

TEST(OpenApi, AsksForASessionWhereNotEverybodyMay) {
  std::map<std::string, permissions::Audience> audiences;
  for (const auto& endpoint : server::endpoints())
    audiences[verb_of(endpoint.method) + " " + endpoint.path] = endpoint.audience;
  for_each_operation([&](const std::string& name, const element& operation) {
    const bool asks = operation["security"].error() == simdjson::SUCCESS;
    EXPECT_EQ(asks, audiences.at(name) != permissions::Audience::Everyone) << name;
  });
}

TEST(OpenApi, AsksForAKeyWhereACommandIsGiven) {
  for_each_operation([](const std::string& name, const element& operation) {
    const bool gives_command = name.starts_with("post ") && name != "post /session" &&
                               name != "post /dossiers/{dossier}/uploads" &&
                               name != "post /editions/{edition}/what-if";
    EXPECT_EQ(asks_for_header(operation, "Idempotency-Key"), gives_command) << name;
    EXPECT_EQ(asks_for_header(operation, "If-Match"), gives_command) << name;
  });
}

TEST(OpenApi, NamesEveryOperationOnce) {
  std::set<std::string> ids;
  for_each_operation([&](const std::string& name, const element& operation) {
    EXPECT_TRUE(ids.insert(text(operation, "operationId")).second) << name;
    EXPECT_FALSE(text(operation, "summary").empty()) << name;
  });
}

}  // namespace
