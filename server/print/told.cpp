#include "server/print/told.hpp"

#include <fmt/format.h>

#include "domain/core/assert.hpp"
#include "server/print/labels.hpp"
#include "server/site/portuguese.hpp"

namespace server::print {
namespace {

struct Field {
  std::string name;
  std::vector<std::string> values;
};
using Fields = std::vector<Field>;

constexpr std::string_view no_break_space = "\u00a0";

/// "12 500": groups of three that no line may part.
std::string grouped(std::int64_t number) {
  auto digits = std::to_string(number);
  const std::size_t first = number < 0 ? 1 : 0;
  for (auto place = digits.size(); place > first + 3;) {
    place -= 3;
    digits.insert(place, no_break_space);
  }
  return digits;
}

std::string in_euros(std::int64_t cents) {
  return fmt::format("{},{:02}{}€", grouped(cents / 100), cents % 100, no_break_space);
}

std::string label_of(std::string_view name) {
  const auto label = label_of_field(name);
  core::ensure(label.has_value(), "every field has a label");
  return std::string(*label);
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
  return fmt::format("{}", fmt::join(texts, separator));
}

/// A record within a record, on one line.
std::string in_one_line(const Fields& fields) {
  if (fields.size() == 2 && fields.front().name == "first") {
    const auto& first = fields.front().values.front();
    const auto& last = fields.back().values.front();
    return first == last ? first : "De " + first + " a " + last;
  }
  std::vector<std::string> parts;
  for (const auto& field : fields)
    parts.push_back(label_of(field.name) + ": " + joined(field.values, ", "));
  return joined(parts, "; ");
}

/// Tells each value in words; a record within becomes one line, a list several.
class Teller final : public core::FieldVisitor {
 public:
  [[nodiscard]] Fields told() && { return std::move(whole_); }

  void begin_record() override { records_.emplace_back(); }
  void begin_field(std::string_view name) override { names_.emplace_back(name); }
  void end_field() override {
    if (!values_.empty()) records_.back().push_back({names_.back(), std::move(values_)});
    values_.clear();
    names_.pop_back();
  }
  void end_record() override {
    const auto fields = std::move(records_.back());
    records_.pop_back();
    const bool is_money = fields.size() == 1 && fields.front().name == "cents";
    values_ = is_money ? fields.front().values : std::vector{in_one_line(fields)};
  }

  void text(std::string& value, std::string_view format) override {
    values_.clear();
    if (value.empty()) return;
    const auto day = format == "date" ? core::Date::parse(value) : std::nullopt;
    values_.push_back(day ? site::day_in_words(*day) : value);
  }
  void integer(std::int64_t& value) override {
    values_ = {names_.back() == "cents" ? in_euros(value) : grouped(value)};
  }
  void boolean(bool& value) override { values_ = {value ? "Sim" : "Não"}; }
  void choice(std::size_t& index, std::span<const std::string_view> names) override {
    const auto label = label_of_choice(names[index]);
    core::ensure(label.has_value(), "every choice has a label");
    values_ = {std::string(*label)};
  }
  void verbatim(std::string&) override { core::ensure(false, "no record holds JSON"); }

  std::size_t begin_list(std::size_t size) override {
    lists_.emplace_back();
    return size;
  }
  void begin_item(std::size_t) override {}
  void end_item() override {
    lists_.back().insert(lists_.back().end(), values_.begin(), values_.end());
  }
  void end_list() override {
    values_ = std::move(lists_.back());
    lists_.pop_back();
  }

  bool optional(bool present) override {
    if (!present) values_.clear();
    return present;
  }

  void begin_variant(std::span<const std::string_view>) override { begin_record(); }
  bool begin_alternative(std::size_t current, std::size_t candidate) override {
    return current == candidate;
  }
  void end_alternative() override {}
  void end_variant() override {
    whole_ = std::move(records_.back());
    records_.pop_back();
  }

 private:
  std::vector<Fields> records_;
  std::vector<std::vector<std::string>> lists_;
  std::vector<std::string> names_;
  std::vector<std::string> values_;
  Fields whole_;
};

}  // namespace

std::vector<ToldField> told(const dossiers::DossierRecord& record) {
  Teller teller;
  core::visit_value(teller, const_cast<dossiers::DossierRecord&>(record));  // telling only looks
  std::vector<ToldField> told;
  for (auto& [name, values] : std::move(teller).told())
    if (name != "title") told.push_back({label_of(name), std::move(values)});
  return told;
}

}  // namespace server::print
