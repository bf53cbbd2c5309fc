#include "handwritten/reading.hpp"

#define TOML_HEADER_ONLY 0
#include <toml++/toml.h>

#include <algorithm>
#include <optional>

#include "domain/core/dates.hpp"

namespace handwritten {
namespace {

namespace chrono = std::chrono;

std::string text_of(const toml::date& date) {
  return core::Date(chrono::year(date.year) / date.month / date.day).text();
}

/// In UTC.
std::optional<std::string> text_of(const toml::date_time& moment) {
  if (!moment.offset) return std::nullopt;
  const chrono::sys_days day = chrono::year(moment.date.year) / moment.date.month / moment.date.day;
  const auto time = chrono::hours(moment.time.hour) + chrono::minutes(moment.time.minute) +
                    chrono::seconds(moment.time.second) +
                    chrono::milliseconds(moment.time.nanosecond / 1'000'000);
  return core::Instant(day + time - chrono::minutes(moment.offset->minutes)).text();
}

/// Where the reader stands: a value, or the lack of one.
struct Place {
  const toml::node* node = nullptr;
  std::string field;
  std::size_t line = 1;
};

/// A record that is being read.
struct OpenRecord {
  const toml::table* table = nullptr;  ///< nullptr: its lack has been told, and that of its fields
  std::vector<std::string_view> read = {};
};

/// Fills a record in and notes every fault.
class Reader final : public core::FieldVisitor {
 public:
  Reader(const toml::table& root, Lines& lines) : lines_(lines) {
    places_.push_back({&root, "", 1});
  }

  [[nodiscard]] std::vector<Fault> faults() && { return std::move(faults_); }

  [[nodiscard]] bool reading() const override { return true; }
  void refuse(std::string pt, std::string en) override {
    if (here().node != nullptr && !refused_) fault(here(), std::move(pt), std::move(en));
    refused_ = false;
  }

  void begin_record() override {
    const auto* table = here().node == nullptr ? nullptr : here().node->as_table();
    if (table == nullptr) expected("uma tabela", "a table");
    records_.push_back({table});
  }
  void begin_field(std::string_view name) override {
    auto& record = records_.back();
    record.read.push_back(name);
    const auto* node = record.table == nullptr ? nullptr : record.table->get(name);
    const auto field = here().field + (here().field.empty() ? "" : ".") + std::string(name);
    enter(node, field);
  }
  void end_field() override { places_.pop_back(); }
  void end_record() override {
    refuse_unknown(records_.back());
    records_.pop_back();
  }

  void text(std::string& value, std::string_view format) override {
    refused_ = !read_text(value, format);
    if (!refused_) return;
    if (format != core::Instant::format) return expected("um texto", "a text");
    expected("uma data com hora e a diferença para UTC, como 2027-03-31T23:59:59+01:00",
             "a date with its time and difference to UTC, as 2027-03-31T23:59:59+01:00,");
  }
  void integer(std::int64_t& value) override {
    const auto* node = here().node == nullptr ? nullptr : here().node->as_integer();
    refused_ = node == nullptr;
    if (refused_) return expected("um número inteiro", "a whole number");
    value = node->get();
  }
  void boolean(bool& value) override {
    value = false;
    if (here().node == nullptr) return;
    const auto* node = here().node->as_boolean();
    if (node == nullptr) return expected("true ou false", "true or false");
    value = node->get();
  }
  void choice(std::size_t& index, std::span<const std::string_view> names) override {
    const auto* node = here().node == nullptr ? nullptr : here().node->as_string();
    if (node == nullptr) return expected("um texto", "a text");
    const auto found = std::ranges::find(names, node->get());
    if (found != names.end()) {
      index = static_cast<std::size_t>(found - names.begin());
      return;
    }
    std::string all;
    for (const auto name : names) all += (all.empty() ? "" : ", ") + std::string(name);
    fault(here(), "Escolha um destes valores: " + all + ".",
          "Choose one of these values: " + all + ".");
  }
  void verbatim(std::string&) override { expected("outra coisa", "something else"); }

  std::size_t begin_list(std::size_t) override {
    const auto* list = here().node == nullptr ? nullptr : here().node->as_array();
    if (list == nullptr && here().node != nullptr) expected("uma lista", "a list");
    lists_.push_back(list);
    return list == nullptr ? 0 : list->size();
  }
  void begin_item(std::size_t index) override {
    enter(lists_.back()->get(index), here().field + "[" + std::to_string(index) + "]");
  }
  void end_item() override { places_.pop_back(); }
  void end_list() override { lists_.pop_back(); }

  bool optional(bool) override { return here().node != nullptr; }

  void begin_variant(std::span<const std::string_view> kinds) override {
    begin_record();
    kinds_.push_back(kinds.size());
    begin_field("kind");
    choice(kinds_.back(), kinds);
    end_field();
    if (kinds_.back() == kinds.size()) records_.back().table = nullptr;  // its fields are unknown
  }
  bool begin_alternative(std::size_t, std::size_t candidate) override {
    return candidate == kinds_.back();
  }
  void end_alternative() override {}
  void end_variant() override {
    end_record();
    kinds_.pop_back();
  }

 private:
  [[nodiscard]] const Place& here() const { return places_.back(); }

  void enter(const toml::node* node, const std::string& field) {
    const auto line = node == nullptr ? here().line : node->source().begin.line;
    if (node != nullptr) lines_.put(field, line);
    places_.push_back({node, field, line});
  }

  bool read_text(std::string& value, std::string_view format) {
    if (here().node == nullptr) return false;
    if (const auto* date = here().node->as_date();
        date != nullptr && format == core::Date::format) {
      value = text_of(date->get());
      return true;
    }
    if (const auto* moment = here().node->as_date_time();
        moment != nullptr && format == core::Instant::format) {
      const auto text = text_of(moment->get());
      if (text) value = *text;
      return text.has_value();
    }
    const auto* text = here().node->as_string();
    if (text != nullptr) value = text->get();
    return text != nullptr;
  }

  void expected(const char* pt, const char* en) {
    if (here().node != nullptr)
      return fault(here(), std::string("Aqui espera-se ") + pt + ".",
                   std::string("Expected ") + en + " here.");
    if (!records_.empty() && records_.back().table == nullptr) return;
    fault(here(), "Falta este campo.", "This field is missing.");
  }

  void refuse_unknown(const OpenRecord& record) {
    if (record.table == nullptr) return;
    for (const auto& [key, node] : *record.table) {
      if (std::ranges::find(record.read, key.str()) != record.read.end()) continue;
      const auto field = here().field + (here().field.empty() ? "" : ".") + std::string(key.str());
      fault({&node, field, key.source().begin.line}, "Este campo não existe.",
            "There is no such field.");
    }
  }

  void fault(const Place& place, std::string pt, std::string en) {
    const auto after = std::ranges::upper_bound(faults_, place.line, {}, &Fault::line);
    faults_.insert(after, {place.line, place.field, std::move(pt), std::move(en)});
  }

  Lines& lines_;
  std::vector<Place> places_;
  std::vector<OpenRecord> records_;
  std::vector<const toml::array*> lists_;
  std::vector<std::size_t> kinds_;  ///< the alternative of each open variant
  std::vector<Fault> faults_;       ///< by line
  bool refused_ = false;            ///< the value just visited has a fault already
};

}  // namespace

std::size_t Lines::of(std::string field) const {
  for (;;) {
    if (const auto found = lines_.find(field); found != lines_.end()) return found->second;
    const auto end = field.find_last_of(".[");
    if (end == std::string::npos) return 1;
    field.resize(end);
  }
}

std::vector<Fault> read_visited(std::string_view text, const Visit& visit, Lines& lines) {
  try {
    const auto root = toml::parse(text);
    Reader reader(root, lines);
    visit(reader);
    return std::move(reader).faults();
  } catch (const toml::parse_error& error) {
    const std::string why(error.description());
    return {{error.source().begin.line, "", "O texto não é TOML: " + why + ".",
             "The text is not TOML: " + why + "."}};
  }
}

}  // namespace handwritten
