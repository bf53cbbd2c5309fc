#include <gtest/gtest.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <map>
#include <set>

#include "domain/contexts.hpp"
#include "server/api/endpoint.hpp"
#include "server/demonstration/demonstration.hpp"
#include "server/web.hpp"
#include "tests/server/temporary_folder.hpp"

namespace {

using Operations = std::set<std::string>;  ///< "post /accounts"

const rapidjson::Document& document() {
  static const rapidjson::Document parsed = [] {
    rapidjson::Document read;
    read.Parse(server::openapi(server::endpoints()).c_str());
    return read;
  }();
  return parsed;
}

std::string name_of(http::Method method) {
  switch (method) {
    case http::Method::Get:
      return "get";
    case http::Method::Post:
      return "post";
    case http::Method::Put:
      return "put";
    case http::Method::Delete:
      return "delete";
    default:
      return "other";
  }
}

/// Calls `look` with "post /accounts" and what the document says of it.
template <class Look>
void for_each_operation(Look look) {
  for (const auto& path : document()["paths"].GetObject())
    for (const auto& method : path.value.GetObject())
      look(std::string(method.name.GetString()) + " " + path.name.GetString(), method.value);
}

Operations documented() {
  Operations operations;
  for_each_operation([&](const std::string& name, const auto&) { operations.insert(name); });
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
      operations.insert(name_of(route.method) + " " + route.pattern.substr(root.size()));
  return operations;
}

bool asks_for_header(const rapidjson::Value& operation, std::string_view name) {
  return std::ranges::any_of(operation["parameters"].GetArray(), [&](const auto& parameter) {
    return std::string_view(parameter["in"].GetString()) == "header" &&
           parameter["name"].GetString() == name;
  });
}

TEST(OpenApi, IsADocumentOfItsVersion) {
  ASSERT_FALSE(document().HasParseError());
  EXPECT_STREQ(document()["openapi"].GetString(), "3.1.0");
  EXPECT_STREQ(document()["servers"][0]["url"].GetString(), "/api/v1");
  EXPECT_TRUE(document()["components"]["schemas"].HasMember("Problem"));
}

TEST(OpenApi, DescribesEveryRouteAndNoOther) {
  const auto operations = served();
  EXPECT_GT(operations.size(), contexts::commands().size());
  EXPECT_EQ(documented(), operations);
}

/// The two that carry a password, which must not reach the log as it stands.
TEST(OpenApi, OffersEveryCommand) {
  const auto operations = documented();
  const std::map<std::string_view, std::string> elsewhere = {
      {"account.open", "post /accounts"},
      {"account.change-password", "post /accounts/{account}/password"}};
  for (const auto& type : contexts::commands()) {
    const auto found = elsewhere.find(type.record->name);
    const auto by_name = "post /commands/" + std::string(type.record->name);
    EXPECT_EQ(operations.contains(by_name), found == elsewhere.end()) << by_name;
    if (found != elsewhere.end()) {
      EXPECT_TRUE(operations.contains(found->second)) << found->second;
    }
  }
}

TEST(OpenApi, AsksForASessionWhereNotEverybodyMay) {
  const auto& paths = document()["paths"];
  for (const auto& endpoint : server::endpoints()) {
    const auto& operation = paths[endpoint.path.c_str()][name_of(endpoint.method).c_str()];
    EXPECT_EQ(operation.HasMember("security"), endpoint.audience != permissions::Audience::Everyone)
        << endpoint.id;
  }
}

TEST(OpenApi, AsksForAKeyWhereACommandIsGiven) {
  for_each_operation([](const std::string& name, const rapidjson::Value& operation) {
    const bool gives_command = name.starts_with("post ") && name != "post /session";
    EXPECT_EQ(asks_for_header(operation, "Idempotency-Key"), gives_command) << name;
    EXPECT_EQ(asks_for_header(operation, "If-Match"), gives_command) << name;
  });
}

TEST(OpenApi, NamesEveryOperationOnce) {
  std::set<std::string> ids;
  for_each_operation([&](const std::string& name, const rapidjson::Value& operation) {
    EXPECT_TRUE(ids.insert(operation["operationId"].GetString()).second) << name;
    EXPECT_GT(operation["summary"].GetStringLength(), 0U) << name;
  });
}

}  // namespace
