#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <cstring>
#include <optional>

#include "json/json.hpp"

namespace json {
namespace {

/// RapidJSON looks at each character of a text on its own; most texts can be copied as they are.
class Output : public rapidjson::Writer<rapidjson::StringBuffer> {
 public:
  using Writer::Writer;

  void put(std::string_view text) {
    if (plain(text))
      put_plain(text);
    else
      String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  /// A text with nothing to escape: the name of a field, kind or choice.
  void put_plain(std::string_view text) {
    Prefix(rapidjson::kStringType);
    char* to = os_->Push(text.size() + 2);
    *to++ = '"';
    to += text.copy(to, text.size());
    *to = '"';
  }

 private:
  /// Eight characters at once: none below a space, no quotation mark, no backslash.
  static bool plain(std::string_view text) {
    constexpr std::size_t at_once = sizeof(std::uint64_t);
    for (; text.size() >= at_once; text.remove_prefix(at_once))
      if (!plain(text.data(), at_once)) return false;
    return plain(text.data(), text.size());
  }
  static bool plain(const char* text, std::size_t size) {
    constexpr std::uint64_t each = 0x0101010101010101;
    std::uint64_t characters = each * ' ';
    std::memcpy(&characters, text, size);
    const auto below = [](std::uint64_t bytes, char limit) {
      return (bytes - each * static_cast<unsigned char>(limit)) & ~bytes & (each << 7);
    };
    return (below(characters, ' ') | below(characters ^ (each * '"'), 1) |
            below(characters ^ (each * '\\'), 1)) == 0;
  }
};

/// A field's name is held back until its value is known to be there.
class Writer : public core::FieldVisitor {
 public:
  explicit Writer(Output& out) : out_(out) {}

  void begin_record() override {
    name_if_held();
    out_.StartObject();
  }
  void begin_field(std::string_view name) override { held_name_ = name; }
  void end_field() override { held_name_.reset(); }
  void end_record() override { out_.EndObject(); }

  void text(std::string& value, std::string_view) override {
    name_if_held();
    out_.put(value);
  }
  void integer(std::int64_t& value) override {
    name_if_held();
    out_.Int64(value);
  }
  void boolean(bool& value) override {
    name_if_held();
    out_.Bool(value);
  }
  void choice(std::size_t& index, std::span<const std::string_view> names) override {
    name_if_held();
    out_.put_plain(names[index]);
  }

  void verbatim(std::string& json) override {
    name_if_held();
    out_.RawValue(json.data(), json.size(), rapidjson::kObjectType);
  }

  std::size_t begin_list(std::size_t size) override {
    name_if_held();
    out_.StartArray();
    return size;
  }
  void begin_item(std::size_t) override {}
  void end_item() override {}
  void end_list() override { out_.EndArray(); }

  bool optional(bool present) override { return present; }

  void begin_variant(std::span<const std::string_view> kinds) override {
    name_if_held();
    kinds_ = kinds;
    out_.StartObject();
  }
  bool begin_alternative(std::size_t current, std::size_t candidate) override {
    if (current != candidate) return false;
    out_.put_plain("kind");
    out_.put_plain(kinds_[current]);
    return true;
  }
  void end_alternative() override {}
  void end_variant() override { out_.EndObject(); }

 protected:
  void index(std::size_t number) {
    name_if_held();
    out_.Uint64(number);
  }

 private:
  void name_if_held() {
    if (held_name_) out_.put_plain(*held_name_);
    held_name_.reset();
  }

  Output& out_;
  std::optional<std::string_view> held_name_;
  std::span<const std::string_view> kinds_;
};

/// Sets a person's words apart, with the path that leads to them.
class WriterApart final : public Writer {
 public:
  WriterApart(Output& out, std::vector<PersonalText>& personal)
      : Writer(out), personal_(personal) {}

  void begin_field(std::string_view name) override {
    step((path_.empty() ? "" : ".") + std::string(name));
    Writer::begin_field(name);
  }
  void end_field() override {
    step_back();
    Writer::end_field();
  }
  void begin_item(std::size_t number) override { step("[" + std::to_string(number) + "]"); }
  void end_item() override { step_back(); }

  void text(std::string& value, std::string_view format) override {
    if (format != core::Personal::format) return Writer::text(value, format);
    index(personal_.size());
    personal_.push_back({path_, value});
  }

 private:
  void step(const std::string& to) {
    lengths_.push_back(path_.size());
    path_ += to;
  }
  void step_back() {
    path_.resize(lengths_.back());
    lengths_.pop_back();
  }

  std::vector<PersonalText>& personal_;
  std::string path_;
  std::vector<std::size_t> lengths_;  ///< of the paths that lead to here
};

}  // namespace

std::string write_visited(const Visit& visit) {
  rapidjson::StringBuffer buffer;
  Output out(buffer);
  Writer writer(out);
  visit(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

std::string write_apart(const core::AnyRecord& record, std::vector<PersonalText>& personal) {
  rapidjson::StringBuffer buffer;
  Output out(buffer);
  WriterApart writer(out, personal);
  record.describe(writer);
  return {buffer.GetString(), buffer.GetSize()};
}

}  // namespace json
