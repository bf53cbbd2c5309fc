#include "json/payload.hpp"

#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <simdjson.h>

#include <algorithm>

#include "domain/core/assert.hpp"
#include "json/fault_place.hpp"

namespace json {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;
using Output = rapidjson::Writer<rapidjson::StringBuffer>;

/// A text's root, good until the next text is parsed on this thread.
std::optional<element> parsed(std::string_view text) {
  thread_local simdjson::dom::parser parser;
  element root;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
  return root;
}

void put(Output& out, std::string_view text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put_raw(Output& out, std::string_view json) {
  out.RawValue(json.data(), json.size(), rapidjson::kObjectType);
}

std::string written(const std::function<void(Output&)>& write) {
  rapidjson::StringBuffer buffer;
  Output out(buffer);
  write(out);
  return {buffer.GetString(), buffer.GetSize()};
}

std::vector<std::string> items_of(const array& list) {
  std::vector<std::string> items;
  for (const element item : list) items.push_back(simdjson::minify(item));
  return items;
}

/// The same value where it is no object.
std::string changed_object(const std::string& json, const Payload::Change& change) {
  return Payload::changed(json, change).value_or(json);
}

}  // namespace

core::Result<std::string> Payload::changed(std::string_view text, const Change& change) {
  const auto root = parsed(text);
  if (!root) return core::fail(no_json(text));
  object found;
  if (root->get(found) != simdjson::SUCCESS)
    return core::fail(
        core::invalid("wrong-type", "", "Aqui espera-se um objeto.", "Expected an object here."));
  Payload payload;
  for (const auto field : found)
    payload.fields_.push_back({std::string(field.key), simdjson::minify(field.value)});
  change(payload);
  return written([&](Output& out) {
    out.StartObject();
    for (const auto& field : payload.fields_) {
      put(out, field.name);
      put_raw(out, field.json);
    }
    out.EndObject();
  });
}

std::optional<std::string> Payload::text(std::string_view field) const {
  const auto* held = find(field);
  std::string_view text;
  if (held == nullptr || parsed(held->json)->get(text) != simdjson::SUCCESS) return std::nullopt;
  return std::string(text);
}

std::optional<std::string> Payload::json(std::string_view field) const {
  const auto* held = find(field);
  return held == nullptr ? std::nullopt : std::optional(held->json);
}

void Payload::rename(std::string_view field, std::string_view to) {
  const auto* held = find(field);
  if (held == nullptr) return;
  const auto json = held->json;
  remove(field);
  put_json(to, json);
}

void Payload::remove(std::string_view field) {
  std::erase_if(fields_, [&](const Field& held) { return held.name == field; });
}

void Payload::put_text(std::string_view field, std::string_view text) {
  put_json(field, written([&](Output& out) { put(out, text); }));
}

void Payload::put_json(std::string_view field, std::string_view json) {
  core::ensure(parsed(json).has_value(), "an upcaster puts JSON");
  remove(field);
  fields_.push_back({std::string(field), std::string(json)});
}

void Payload::within(std::string_view field, const Change& change) {
  const auto* held = find(field);
  if (held == nullptr) return;
  array list;
  if (parsed(held->json)->get(list) != simdjson::SUCCESS)
    return put_json(field, changed_object(held->json, change));
  const auto items = items_of(list);
  put_json(field, written([&](Output& out) {
             out.StartArray();
             for (const auto& item : items) put_raw(out, changed_object(item, change));
             out.EndArray();
           }));
}

const Payload::Field* Payload::find(std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &Field::name);
  return found == fields_.end() ? nullptr : &*found;
}

}  // namespace json
