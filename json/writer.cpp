#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <algorithm>
#include <charconv>
#include <concepts>
#include <cstring>
#include <optional>

#include "json/json.hpp"

namespace json {
namespace {

/// Most texts can be copied as they are, and a record knows itself where a comma belongs:
/// RapidJSON, which looks at each character and keeps account, is asked for the texts that need it.
class Output {
 public:
  void open(char bracket) {
    *start_value(1) = bracket;
    follows_value_ = false;
  }
  void close(char bracket) {
    text_.Put(bracket);
    follows_value_ = true;
  }

  void name(std::string_view name) {
    plain(name);
    text_.Put(':');
    follows_value_ = false;
  }

  void text(std::string_view text) {
    if (is_plain(text)) return plain(text);
    start_value(0);
    rapidjson::Writer(text_).String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
  }

  /// A text with nothing to escape: the name of a field, kind or choice.
  void plain(std::string_view text) {
    char* to = start_value(text.size() + 2);
    *to++ = '"';
    to += text.copy(to, text.size());
    *to = '"';
  }

  template <std::integral Integer>
  void number(Integer value) {
    constexpr std::size_t longest = 20;
    char* to = start_value(longest);
    const char* end = std::to_chars(to, to + longest, value).ptr;
    text_.Pop(longest - static_cast<std::size_t>(end - to));
  }

  void verbatim(std::string_view json) { json.copy(start_value(json.size()), json.size()); }

  [[nodiscard]] std::string str() const { return {text_.GetString(), text_.GetSize()}; }

 private:
  /// Room for a value, after what parts it from the one before.
  char* start_value(std::size_t size) {
    if (follows_value_) text_.Put(',');
    follows_value_ = true;
    return text_.Push(size);
  }

  /// Eight characters at once, the last of them twice where they are no multiple of eight.
  static bool is_plain(std::string_view text) {
    constexpr auto at_once = sizeof(std::uint64_t);
    if (text.size() < at_once) return std::ranges::all_of(text, is_plain_character);
    for (std::size_t i = 0; i + at_once < text.size(); i += at_once)
      if (!are_plain(text.data() + i)) return false;
    return are_plain(text.data() + text.size() - at_once);
  }
  static bool is_plain_character(char c) {
    return static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\';
  }
  /// No byte below a space, no quotation mark, no backslash.
  static bool are_plain(const char* eight) {
    constexpr std::uint64_t each = 0x0101010101010101;
    std::uint64_t characters = 0;
    std::memcpy(&characters, eight, sizeof characters);
    const auto below = [](std::uint64_t bytes, char limit) {
      return (bytes - each * static_cast<unsigned char>(limit)) & ~bytes & (each << 7);
    };
    return (below(characters, ' ') | below(characters ^ (each * '"'), 1) |
            below(characters ^ (each * '\\'), 1)) == 0;
  }

  rapidjson::StringBuffer text_;
  bool follows_value_ = false;
};

/// A field's name is held back until its value is known to be there.
class Writer : public core::FieldVisitor {
 public:
  explicit Writer(Output& out) : out_(out) {}

  void begin_record() override {
    name_if_held();
    out_.open('{');
  }
  void begin_field(std::string_view name) override { held_name_ = name; }
  void end_field() override { held_name_.reset(); }
  void end_record() override { out_.close('}'); }

  void text(std::string& value, std::string_view) override {
    name_if_held();
    out_.text(value);
  }
  void integer(std::int64_t& value) override {
    name_if_held();
    out_.number(value);
  }
  void boolean(bool& value) override {
    name_if_held();
    out_.verbatim(value ? "true" : "false");
  }
  void choice(std::size_t& index, std::span<const std::string_view> names) override {
    name_if_held();
    out_.plain(names[index]);
  }

  void verbatim(std::string& json) override {
    name_if_held();
    out_.verbatim(json);
  }

  std::size_t begin_list(std::size_t size) override {
    name_if_held();
    out_.open('[');
    return size;
  }
  void begin_item(std::size_t) override {}
  void end_item() override {}
  void end_list() override { out_.close(']'); }

  bool optional(bool present) override { return present; }

  void begin_variant(std::span<const std::string_view> kinds) override {
    name_if_held();
    kinds_ = kinds;
    out_.open('{');
  }
  bool begin_alternative(std::size_t current, std::size_t candidate) override {
    if (current != candidate) return false;
    out_.name("kind");
    out_.plain(kinds_[current]);
    return true;
  }
  void end_alternative() override {}
  void end_variant() override { out_.close('}'); }

 protected:
  void index(std::size_t number) {
    name_if_held();
    out_.number(number);
  }

 private:
  void name_if_held() {
    if (held_name_) out_.name(*held_name_);
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
  Output out;
  Writer writer(out);
  visit(writer);
  return out.str();
}

std::string write_apart(const core::AnyRecord& record, std::vector<PersonalText>& personal) {
  Output out;
  WriterApart writer(out, personal);
  record.describe(writer);
  return out.str();
}

}  // namespace json
