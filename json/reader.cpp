#include <simdjson.h>

#include <algorithm>

#include "json/json.hpp"

namespace json {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// Where the reader stands: a value, or the lack of one, under the name that led there.
struct Place {
  element value;
  bool present = true;
  std::string name;
  std::vector<std::string_view> fields_read = {};
};

/// Fills a record in. After the first fault it only walks on, so that one fault is told.
class Reader final : public core::FieldVisitor {
 public:
  explicit Reader(element root) { places_.push_back({root, true, ""}); }

  [[nodiscard]] const std::optional<core::Error>& error() const { return error_; }

  [[nodiscard]] bool reading() const override { return true; }
  void refuse(std::string pt, std::string en) override {
    fault("invalid-value", std::move(pt), std::move(en));
  }

  void begin_record() override { (void)expect<object>("um objeto", "an object"); }
  void begin_field(std::string_view name) override {
    auto& record = places_.back();
    element value;
    const bool present = record.present && record.value.is_object() &&
                         record.value.at_key(name).get(value) == simdjson::SUCCESS;
    if (present) record.fields_read.push_back(name);
    const std::string path = record.name.empty() ? "" : record.name + ".";
    places_.push_back({value, present, path + std::string(name)});
  }
  void end_field() override { places_.pop_back(); }
  void end_record() override { refuse_unknown_fields(); }

  void text(std::string& value, std::string_view) override {
    if (const auto found = expect<std::string_view>("um texto", "a text")) value = *found;
  }
  void integer(std::int64_t& value) override {
    if (const auto found = expect<std::int64_t>("um número inteiro", "a whole number"))
      value = *found;
  }
  void boolean(bool& value) override {
    if (const auto found = expect<bool>("verdadeiro ou falso", "true or false")) value = *found;
  }
  void choice(std::size_t& index, std::span<const std::string_view> names) override {
    const auto found = expect<std::string_view>("um texto", "a text");
    if (found) index = index_of(*found, names);
  }

  void verbatim(std::string& json) override {
    if (const auto found = expect<element>("um valor", "a value")) json = simdjson::minify(*found);
  }

  std::size_t begin_list(std::size_t) override {
    const auto found = expect<simdjson::dom::array>("uma lista", "a list");
    items_.emplace_back();
    if (found) items_.back().assign(found->begin(), found->end());
    return items_.back().size();
  }
  void begin_item(std::size_t index) override {
    const auto name = places_.back().name + "[" + std::to_string(index) + "]";
    places_.push_back({items_.back()[index], true, name});
  }
  void end_item() override { places_.pop_back(); }
  void end_list() override { items_.pop_back(); }

  bool optional(bool) override {
    return !error_ && places_.back().present && !places_.back().value.is_null();
  }

  void begin_variant(std::span<const std::string_view> kinds) override {
    kinds_.push_back(kinds.size());
    begin_record();
    if (error_) return;
    begin_field("kind");
    choice(kinds_.back(), kinds);
    end_field();
  }
  bool begin_alternative(std::size_t, std::size_t candidate) override {
    return !error_ && candidate == kinds_.back();
  }
  void end_alternative() override {}
  void end_variant() override {
    refuse_unknown_fields();
    kinds_.pop_back();
  }

 private:
  template <class T>
  std::optional<T> expect(const char* pt, const char* en) {
    if (error_) return std::nullopt;
    const auto& place = places_.back();
    T value{};
    if (!place.present) {
      fault("missing-field", "Falta este campo.", "This field is missing.");
    } else if (place.value.get(value) != simdjson::SUCCESS) {
      fault("wrong-type", std::string("Aqui espera-se ") + pt + ".",
            std::string("Expected ") + en + " here.");
    } else {
      return value;
    }
    return std::nullopt;
  }

  std::size_t index_of(std::string_view text, std::span<const std::string_view> names) {
    const auto found = std::ranges::find(names, text);
    if (found != names.end()) return static_cast<std::size_t>(found - names.begin());
    std::string all;
    for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    fault("invalid-value", "Escolha um destes valores: " + all + ".",
          "Choose one of these values: " + all + ".");
    return 0;
  }

  void refuse_unknown_fields() {
    const auto& record = places_.back();
    object fields;
    if (error_ || record.value.get(fields) != simdjson::SUCCESS) return;
    if (record.fields_read.size() == fields.size()) return;
    for (const auto field : fields)
      if (std::ranges::find(record.fields_read, field.key) == record.fields_read.end())
        return refuse_unknown_field(field.key);
    fault("repeated-field", "O objeto tem campos repetidos.", "The object has repeated fields.");
  }

  void refuse_unknown_field(std::string_view name) {
    begin_field(name);
    fault("unknown-field", "Este campo não existe.", "There is no such field.");
    end_field();
  }

  void fault(std::string code, std::string pt, std::string en) {
    if (!error_)
      error_ = core::invalid(std::move(code), places_.back().name, std::move(pt), std::move(en));
  }

  std::vector<Place> places_;
  std::vector<std::vector<element>> items_;
  std::vector<std::size_t> kinds_;  ///< the alternative of each open variant
  std::optional<core::Error> error_;
};

}  // namespace

core::Result<void> read_visited(std::string_view text, const Visit& visit) {
  thread_local simdjson::dom::parser parser;
  element root;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS)
    return core::fail(core::invalid("invalid-json", "", "O texto não é JSON válido em UTF-8.",
                                    "The text is not valid JSON in UTF-8."));
  Reader reader(root);
  visit(reader);
  if (reader.error()) return core::fail(*reader.error());
  return {};
}

}  // namespace json
