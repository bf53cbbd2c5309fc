#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include "json/json.hpp"

namespace json {
namespace {

using Output = rapidjson::Writer<rapidjson::StringBuffer>;

/// Describes what the writer writes and the reader takes.
class Schema final : public core::FieldVisitor {
 public:
  explicit Schema(Output& out) : out_(out) {}

  void begin_record() override {
    begin("object");
    open_properties();
  }
  void begin_field(std::string_view name) override {
    key(name);
    required_.back().emplace_back(name);
  }
  void end_field() override {}
  void end_record() override { close_properties(); }

  void text(std::string&, std::string_view format) override {
    begin("string");
    if (format == "id") {
      pair("pattern", "^[A-Za-z0-9._-]{1,96}$");
    } else if (!format.empty() && format != core::Personal::format) {
      pair("format", format);
    }
    out_.EndObject();
  }
  void integer(std::int64_t&) override {
    begin("integer");
    out_.EndObject();
  }
  void boolean(bool&) override {
    begin("boolean");
    out_.EndObject();
  }
  void choice(std::size_t&, std::span<const std::string_view> names) override {
    begin("string");
    key("enum");
    list(names);
    out_.EndObject();
  }

  void verbatim(std::string&) override {
    out_.StartObject();
    out_.EndObject();
  }

  std::size_t begin_list(std::size_t) override {
    begin("array");
    key("items");
    return 1;
  }
  void begin_item(std::size_t) override {}
  void end_item() override {}
  void end_list() override { out_.EndObject(); }

  bool optional(bool) override {
    required_.back().pop_back();
    return true;
  }

  void begin_variant(std::span<const std::string_view> kinds) override {
    kinds_.push_back(kinds);
    out_.StartObject();
    key("oneOf");
    out_.StartArray();
  }
  bool begin_alternative(std::size_t, std::size_t candidate) override {
    begin("object");
    open_properties();
    begin_field("kind");
    out_.StartObject();
    pair("const", kinds_.back()[candidate]);
    out_.EndObject();
    return true;
  }
  void end_alternative() override { close_properties(); }
  void end_variant() override {
    kinds_.pop_back();
    out_.EndArray();
    out_.EndObject();
  }

 private:
  void begin(std::string_view type) {
    out_.StartObject();
    pair("type", type);
  }
  void open_properties() {
    key("properties");
    out_.StartObject();
    required_.emplace_back();
  }
  void close_properties() {
    out_.EndObject();
    key("required");
    list(required_.back());
    required_.pop_back();
    key("additionalProperties");
    out_.Bool(false);
    out_.EndObject();
  }
  void key(std::string_view text) { put(text); }
  void pair(std::string_view name, std::string_view value) {
    put(name);
    put(value);
  }
  void put(std::string_view text) {
    out_.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }
  template <class Texts>
  void list(const Texts& texts) {
    out_.StartArray();
    for (const std::string_view text : texts) put(text);
    out_.EndArray();
  }

  Output& out_;
  std::vector<std::vector<std::string>> required_;
  std::vector<std::span<const std::string_view>> kinds_;
};

}  // namespace

std::string schema_visited(const Visit& visit) {
  rapidjson::StringBuffer buffer;
  Output out(buffer);
  Schema schema(out);
  visit(schema);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace json
