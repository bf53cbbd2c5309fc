#include "projections/field_changes.hpp"

#include <map>

namespace projections {
namespace {

using Texts = std::map<std::string, std::string>;

/// Notes every value that a record holds, by its path.
class FieldTexts final : public core::FieldVisitor {
 public:
  [[nodiscard]] const Texts& texts() const { return texts_; }

  void begin_record() override {}
  void begin_field(std::string_view name) override {
    const bool first = path_.empty() || path_.back().empty();
    path_.push_back((first ? "" : path_.back() + ".") + std::string(name));
  }
  void end_field() override { path_.pop_back(); }
  void end_record() override {}
  void text(std::string& value, std::string_view) override { note(value); }
  void integer(std::int64_t& value) override { note(std::to_string(value)); }
  void boolean(bool& value) override { note(value ? "true" : "false"); }
  void choice(std::size_t& index, std::span<const std::string_view> names) override {
    note(std::string(names[index]));
  }
  void verbatim(std::string& json) override { note(json); }
  std::size_t begin_list(std::size_t size) override { return size; }
  void begin_item(std::size_t index) override {
    path_.push_back(path_.back() + "[" + std::to_string(index) + "]");
  }
  void end_item() override { path_.pop_back(); }
  void end_list() override {}
  bool optional(bool present) override { return present; }
  void begin_variant(std::span<const std::string_view> kinds) override { kinds_ = kinds; }
  bool begin_alternative(std::size_t current, std::size_t candidate) override {
    if (current != candidate) return false;
    begin_field("kind");
    note(std::string(kinds_[candidate]));
    end_field();
    return true;
  }
  void end_alternative() override {}
  void end_variant() override {}

 private:
  void note(std::string value) { texts_[path_.back()] = std::move(value); }

  std::vector<std::string> path_;
  std::span<const std::string_view> kinds_;
  Texts texts_;
};

Texts texts_of(std::optional<dossiers::DossierRecord> record) {
  FieldTexts visitor;
  if (record) core::visit_value(visitor, *record);
  return visitor.texts();
}

}  // namespace

std::vector<FieldChange> field_changes(const std::optional<dossiers::DossierRecord>& before,
                                       const std::optional<dossiers::DossierRecord>& after) {
  std::map<std::string, FieldChange> fields;
  for (const auto& [field, text] : texts_of(before)) fields[field].before = text;
  for (const auto& [field, text] : texts_of(after)) fields[field].after = text;
  std::vector<FieldChange> changes;
  for (auto& [field, change] : fields) {
    if (change.before == change.after) continue;
    change.field = field;
    changes.push_back(std::move(change));
  }
  return changes;
}

}  // namespace projections
