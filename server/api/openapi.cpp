#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <map>

#include "server/api/endpoint.hpp"

namespace server {
namespace {

using Output = rapidjson::Writer<rapidjson::StringBuffer>;

/// A JSON object as long as it lives.
class Object {
 public:
  explicit Object(Output& out) : out_(out) { out_.StartObject(); }
  Object(Output& out, const char* key) : out_(out) {
    out_.Key(key);
    out_.StartObject();
  }
  ~Object() { out_.EndObject(); }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;

 private:
  Output& out_;
};

void pair(Output& out, const char* key, const std::string& value) {
  out.Key(key);
  out.String(value.c_str());
}

void schema(Output& out, const std::string& text) {
  out.Key("schema");
  out.RawValue(text.data(), text.size(), rapidjson::kObjectType);
}

void content(Output& out, const char* type, const std::string& text) {
  const Object content(out, "content");
  const Object media(out, type);
  schema(out, text);
}

void parameter(Output& out, const char* place, const std::string& name, const std::string& meaning,
               bool required) {
  const Object object(out);
  pair(out, "name", name);
  pair(out, "in", place);
  pair(out, "description", meaning);
  out.Key("required");
  out.Bool(required);
  schema(out, R"({"type":"string"})");
}

void path_parameters(Output& out, const std::string& path) {
  for (auto open = path.find('{'); open != std::string::npos; open = path.find('{', open + 1)) {
    const auto name = path.substr(open + 1, path.find('}', open) - open - 1);
    parameter(out, "path", name, "Identifier of the " + name + ".", true);
  }
}

void parameters(Output& out, const Endpoint& endpoint) {
  out.Key("parameters");
  out.StartArray();
  path_parameters(out, endpoint.path);
  for (const auto& query : endpoint.query)
    parameter(out, "query", query.name, query.meaning, false);
  if (endpoint.method == http::Method::Get)
    parameter(out, "query", "seen",
              "Answer only once this position of the log can be seen; 503 if it takes too long.",
              false);
  if (endpoint.gives_command) {
    parameter(out, "header", "Idempotency-Key",
              "Id of this command: sent again, it is answered again and applied once.", true);
    parameter(out, "header", "If-Match", "Version of the stream that its author has seen.", false);
  }
  out.EndArray();
}

void answer(Output& out, const char* status, const char* meaning) {
  const Object object(out, status);
  pair(out, "description", meaning);
}

void responses(Output& out, const Endpoint& endpoint) {
  const Object object(out, "responses");
  if (endpoint.response) {
    const Object success(out, "200");
    pair(out, "description", "Done.");
    content(out, endpoint.answer_type.c_str(), endpoint.response());
  } else {
    answer(out, "204", "Done; there is nothing to say.");
  }
  const Object failure(out, "default");
  pair(out, "description", "A problem (RFC 9457), with its message in Portuguese and English.");
  const Object media(out, "content");
  const Object problem(out, "application/problem+json");
  schema(out, R"({"$ref":"#/components/schemas/Problem"})");
}

void operation(Output& out, const Endpoint& endpoint) {
  const Object object(out, endpoint.method == http::Method::Get     ? "get"
                           : endpoint.method == http::Method::Post  ? "post"
                           : endpoint.method == http::Method::Put   ? "put"
                           : endpoint.method == http::Method::Patch ? "patch"
                                                                    : "delete");
  pair(out, "operationId", endpoint.id);
  pair(out, "summary", endpoint.summary);
  if (endpoint.audience != permissions::Audience::Everyone) {
    out.Key("security");
    out.StartArray();
    {
      const Object session(out);
      out.Key("session");
      out.StartArray();
      out.EndArray();
    }
    out.EndArray();
  }
  parameters(out, endpoint);
  if (endpoint.request) {
    const Object body(out, "requestBody");
    out.Key("required");
    out.Bool(true);
    content(out, endpoint.body_type.c_str(), endpoint.request());
  }
  responses(out, endpoint);
}

void paths(Output& out, const std::vector<Endpoint>& endpoints) {
  std::map<std::string, std::vector<const Endpoint*>> by_path;
  for (const auto& endpoint : endpoints) by_path[endpoint.path].push_back(&endpoint);
  const Object object(out, "paths");
  for (const auto& [path, operations] : by_path) {
    const Object item(out, path.c_str());
    for (const auto* endpoint : operations) operation(out, *endpoint);
  }
}

constexpr std::string_view components = R"({
"securitySchemes":{"session":{"type":"apiKey","in":"cookie","name":"session"}},
"schemas":{"Problem":{"type":"object","required":["type","title","status","detail","code"],
"properties":{"type":{"type":"string"},"title":{"type":"string"},"status":{"type":"integer"},
"detail":{"type":"string"},"code":{"type":"string"},"field":{"type":"string"},
"reference":{"type":"string"},"standing":{"type":"object"},
"messages":{"type":"object","properties":{"pt":{"type":"string"},"en":{"type":"string"}}}}}}})";

}  // namespace

std::string openapi(const std::vector<Endpoint>& endpoints) {
  rapidjson::StringBuffer buffer;
  Output out(buffer);
  {
    const Object document(out);
    pair(out, "openapi", "3.1.0");
    {
      const Object info(out, "info");
      pair(out, "title", "Autarquia Solidária");
      pair(out, "version", "1");
      pair(out, "description",
           "Applications, jury, results and good practices of the award. Times are in UTC.");
    }
    out.Key("servers");
    out.StartArray();
    {
      const Object server(out);
      pair(out, "url", "/api/v1");
    }
    out.EndArray();
    paths(out, endpoints);
    out.Key("components");
    out.RawValue(components.data(), components.size(), rapidjson::kObjectType);
  }
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace server
