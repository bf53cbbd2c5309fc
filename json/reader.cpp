#include <simdjson.h>

#include <algorithm>
#include <array>
#include <memory_resource>

#include "json/fault_place.hpp"
#include "json/json.hpp"

namespace json {
namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// Where the reader stands: a value, or the lack of one, and the step that led there.
struct Place {
  element value;
  bool present = true;
  std::string_view field = {};
  std::optional<std::uint32_t> item = {};  ///< of a list, and then no field
};

/// A record that is being read.
struct OpenRecord {
  std::optional<object> fields;   ///< nothing where there is no object
  object::iterator next;          ///< the first field that was not read, while all are in order
  std::size_t first_of_read = 0;  ///< where the names of its fields begin in `fields_read_`
};

/// Fills a record in. After the first fault it only walks on, so that one fault is told.
class Reader final : public core::FieldVisitor {
 public:
  Reader(element root, std::span<const core::Personal> personal) : personal_(personal) {
    places_.reserve(usual_depth);
    records_.reserve(usual_depth);
    fields_read_.reserve(usual_fields);
    places_.push_back({root});
  }

  [[nodiscard]] const std::optional<core::Error>& error() const { return error_; }

  [[nodiscard]] bool reading() const override { return true; }
  void refuse(std::string pt, std::string en) override {
    fault("invalid-value", std::move(pt), std::move(en));
  }

  void begin_record() override {
    const auto found = expect<object>("um objeto", "an object");
    records_.push_back({found, found ? found->begin() : object::iterator(), fields_read_.size()});
  }
  void begin_field(std::string_view name) override {
    element value;
    const bool present = find_field(records_.back(), name, value);
    if (present) fields_read_.push_back(name);
    places_.push_back({value, present, name});
  }
  void end_field() override { places_.pop_back(); }
  void end_record() override {
    if (!error_) refuse_unknown_fields(records_.back());
    fields_read_.resize(records_.back().first_of_read);
    records_.pop_back();
  }

  void text(std::string& value, std::string_view format) override {
    if (format == core::Personal::format && take_personal(value)) return;
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
    lists_.emplace_back();
    if (found) lists_.back() = found->begin();
    return found ? found->size() : 0;
  }
  void begin_item(std::size_t index) override {
    places_.push_back({**lists_.back(), true, {}, static_cast<std::uint32_t>(index)});
    ++*lists_.back();
  }
  void end_item() override { places_.pop_back(); }
  void end_list() override { lists_.pop_back(); }

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
    end_record();
    kinds_.pop_back();
  }

 private:
  /// Whether the words stand apart, and only their index here.
  bool take_personal(std::string& value) {
    std::uint64_t index = 0;
    const auto& place = places_.back();
    if (error_ || !place.present || place.value.get(index) != simdjson::SUCCESS ||
        index >= personal_.size())
      return false;
    value = personal_[index].text();
    return true;
  }

  /// In what we wrote, the next field is the one asked for, or that one is absent; else it is
  /// sought.
  static bool find_field(OpenRecord& record, std::string_view name, element& value) {
    auto& [fields, next, first_of_read] = record;
    if (!fields) return false;
    if (next == fields->end() || next.key() != name)
      return fields->at_key(name).get(value) == simdjson::SUCCESS;
    value = next.value();
    ++next;
    return true;
  }

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

  void refuse_unknown_fields(const OpenRecord& record) {
    const auto read = std::span(fields_read_).subspan(record.first_of_read);
    if (read.size() == record.fields->size()) return;
    for (const auto field : *record.fields)
      if (std::ranges::find(read, field.key) == read.end()) return refuse_unknown_field(field.key);
    fault("repeated-field", "O objeto tem campos repetidos.", "The object has repeated fields.");
  }

  void refuse_unknown_field(std::string_view name) {
    begin_field(name);
    fault("unknown-field", "Este campo não existe.", "There is no such field.");
    end_field();
  }

  void fault(std::string code, std::string pt, std::string en) {
    if (!error_) error_ = core::invalid(std::move(code), path(), std::move(pt), std::move(en));
  }

  /// "criteria[2].weight"; made for a fault alone.
  [[nodiscard]] std::string path() const {
    std::string path;
    for (const auto& place : std::span(places_).subspan(1)) {
      if (place.item) {
        path += "[" + std::to_string(*place.item) + "]";
      } else {
        path += (path.empty() ? "" : ".") + std::string(place.field);
      }
    }
    return path;
  }

  static constexpr std::size_t usual_depth = 8;
  static constexpr std::size_t usual_fields = 32;
  std::array<std::byte, 4096> buffer_;  ///< all that a usual record takes
  std::pmr::monotonic_buffer_resource memory_{buffer_.data(), buffer_.size()};

  std::span<const core::Personal> personal_;
  std::pmr::vector<Place> places_{&memory_};
  std::pmr::vector<OpenRecord> records_{&memory_};
  std::pmr::vector<std::string_view> fields_read_{&memory_};  ///< of every open record
  /// The next item of each open list; nothing where there was no list.
  std::pmr::vector<std::optional<simdjson::dom::array::iterator>> lists_{&memory_};
  std::pmr::vector<std::size_t> kinds_{&memory_};  ///< the alternative of each open variant
  std::optional<core::Error> error_;
};

}  // namespace

core::Result<void> read_visited(std::string_view text, const Visit& visit,
                                std::span<const core::Personal> personal) {
  thread_local simdjson::dom::parser parser;
  element root;
  if (parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS)
    return core::fail(no_json(text));
  Reader reader(root, personal);
  visit(reader);
  if (reader.error()) return core::fail(*reader.error());
  return {};
}

}  // namespace json
