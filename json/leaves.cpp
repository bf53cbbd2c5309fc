#include "json/leaves.hpp"

#include <algorithm>

namespace json {
namespace {

class Leaves final : public core::FieldVisitor {
 public:
  std::vector<Leaf> found;

  void begin_record() override {}
  void end_record() override {}
  void begin_field(std::string_view name) override {
    enter((path_.empty() ? "" : ".") + std::string(name));
  }
  void end_field() override { leave(); }

  void text(std::string& value, std::string_view) override { add(value); }
  void integer(std::int64_t& value) override { add(std::to_string(value)); }
  void boolean(bool& value) override { add(value ? "true" : "false"); }
  void choice(std::size_t& index, std::span<const std::string_view> names) override {
    add(std::string(names[index]));
  }
  void verbatim(std::string& json) override { add(json); }

  std::size_t begin_list(std::size_t size) override {
    add("[" + std::to_string(size) + "]", Leaf::Kind::Length);
    return size;
  }
  void begin_item(std::size_t index) override { enter("[" + std::to_string(index) + "]"); }
  void end_item() override { leave(); }
  void end_list() override {}

  bool optional(bool present) override {
    if (!present) add("null", Leaf::Kind::Absent);
    return present;
  }

  void begin_variant(std::span<const std::string_view> kinds) override { kinds_ = kinds; }
  bool begin_alternative(std::size_t current, std::size_t candidate) override {
    if (current != candidate) return false;
    begin_field("kind");
    add(std::string(kinds_[current]));
    end_field();
    return true;
  }
  void end_alternative() override {}
  void end_variant() override {}

 private:
  void add(std::string text, Leaf::Kind kind = Leaf::Kind::Value) {
    found.push_back({path_, std::move(text), kind});
  }
  void enter(const std::string& step) {
    lengths_.push_back(path_.size());
    path_ += step;
  }
  void leave() {
    path_.resize(lengths_.back());
    lengths_.pop_back();
  }

  std::string path_;
  std::vector<std::size_t> lengths_;
  std::span<const std::string_view> kinds_;
};

constexpr std::size_t line_width = 100;

/// Where the object or list that begins at `from` ends: past its bracket.
std::size_t end_of(std::string_view text, std::size_t from) {
  std::size_t depth = 0;
  bool quoted = false;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c == '\\') ++i;
      if (c == '"') quoted = false;
    } else if (c == '"') {
      quoted = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if ((c == '}' || c == ']') && --depth == 0) {
      return i + 1;
    }
  }
  return text.size();
}

/// Copies a text in quotation marks; answers where it ends.
std::size_t copy_quoted(std::string_view text, std::size_t from, std::string& into) {
  std::size_t i = from + 1;
  while (i < text.size() && text[i] != '"') i += text[i] == '\\' ? 2 : 1;
  const auto end = std::min(i + 1, text.size());
  into += text.substr(from, end - from);
  return end;
}

}  // namespace

std::vector<Leaf> leaves_visited(const Visit& visit) {
  Leaves leaves;
  visit(leaves);
  return std::move(leaves.found);
}

std::optional<Difference> first_difference(const std::vector<Leaf>& expected,
                                           const std::vector<Leaf>& found) {
  const auto [one, other] = std::ranges::mismatch(expected, found);
  const bool one_ends = one == expected.end();
  const bool other_ends = other == found.end();
  if (one_ends && other_ends) return std::nullopt;
  if (one_ends) return Difference{other->path, "null", other->text};
  if (other_ends) return Difference{one->path, one->text, "null"};
  if (one->path == other->path) return Difference{one->path, one->text, other->text};
  const bool more_expected = one->path.size() > other->path.size();
  return more_expected ? Difference{other->path, one->text, other->text}
                       : Difference{one->path, one->text, other->text};
}

std::string indented(std::string_view compact) {
  std::string text;
  std::string margin = "\n";
  for (std::size_t i = 0; i < compact.size();) {
    const char c = compact[i];
    if (c == '"') {
      i = copy_quoted(compact, i, text);
      continue;
    }
    ++i;
    if (c == '{' || c == '[') {
      const auto end = end_of(compact, i - 1);
      if (end - i < line_width) {
        text += compact.substr(i - 1, end - i + 1);
        i = end;
        continue;
      }
      margin += ' ';
      text += c + margin;
    } else if (c == '}' || c == ']') {
      margin.pop_back();
      text += margin + c;
    } else if (c == ',') {
      text += c + margin;
    } else {
      text += c;
    }
  }
  return text;
}

}  // namespace json
