#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace core {

/// Walks a record, field by field, in the order of its FIELDS. JSON in and out, the API's schema
/// and the page templates are each one visitor; a record never knows which one it meets.
/// A visitor that `reading()` fills the values in; every other one looks at them.
class FieldVisitor {
 public:
  virtual ~FieldVisitor() = default;

  [[nodiscard]] virtual bool reading() const { return false; }
  /// The value just visited breaks its own rule (a date that is no date). Only readers care.
  // NOLINTNEXTLINE(performance-unnecessary-value-param): a reader keeps both
  virtual void refuse(std::string /*pt*/, std::string /*en*/) {}

  virtual void begin_record() = 0;
  virtual void begin_field(std::string_view name) = 0;
  virtual void end_field() = 0;
  virtual void end_record() = 0;

  /// `format` names a narrower text, as in JSON Schema: "date", "date-time", "uri", "id"; or "".
  virtual void text(std::string& value, std::string_view format) = 0;
  virtual void integer(std::int64_t& value) = 0;
  virtual void boolean(bool& value) = 0;
  virtual void choice(std::size_t& index, std::span<const std::string_view> names) = 0;
  /// Any JSON value as it stands.
  virtual void verbatim(std::string& json) = 0;

  /// Answers how many items to visit: `size`, or what the reader found.
  virtual std::size_t begin_list(std::size_t size) = 0;
  virtual void begin_item(std::size_t index) = 0;
  virtual void end_item() = 0;
  virtual void end_list() = 0;

  /// Answers whether to visit the value: `present`, or what the reader found.
  virtual bool optional(bool present) = 0;

  /// A variant is a record whose first field, "kind", names the alternative. Answers whether to
  /// visit alternative `candidate`, given that the value holds `current`.
  virtual void begin_variant(std::span<const std::string_view> kinds) = 0;
  virtual bool begin_alternative(std::size_t current, std::size_t candidate) = 0;
  virtual void end_alternative() = 0;
  virtual void end_variant() = 0;
};

template <class T>
concept Record = requires(T& record, FieldVisitor& visitor) { record.visit_fields(visitor); };

/// A value with a textual form of its own: ids, dates, instants.
template <class T>
concept Textual = requires(const T& value, std::string_view text) {
  { T::format } -> std::convertible_to<std::string_view>;
  { value.text() } -> std::convertible_to<std::string>;
  { T::parse(text) } -> std::same_as<std::optional<T>>;
};

/// A JSON value that the record carries along without knowing what it holds.
struct Verbatim {
  std::string json = "null";
};

inline void visit_value(FieldVisitor& visitor, Verbatim& value) {
  visitor.verbatim(value.json);
}
inline void visit_value(FieldVisitor& visitor, std::string& value) {
  visitor.text(value, "");
}
inline void visit_value(FieldVisitor& visitor, bool& value) {
  visitor.boolean(value);
}

template <std::integral Integer>
void visit_value(FieldVisitor& visitor, Integer& value) {
  auto wide = static_cast<std::int64_t>(value);
  visitor.integer(wide);
  if (!std::in_range<Integer>(wide)) {
    visitor.refuse("O número está fora dos limites.", "The number is out of range.");
    return;
  }
  value = static_cast<Integer>(wide);
}

template <class Enum>
  requires std::is_enum_v<Enum>
void visit_value(FieldVisitor& visitor, Enum& value) {
  auto index = static_cast<std::size_t>(value);
  visitor.choice(index, choice_names(value));
  value = static_cast<Enum>(index);
}

template <Textual T>
void visit_value(FieldVisitor& visitor, T& value) {
  if (!visitor.reading()) {
    decltype(auto) text = value.text();
    if constexpr (std::is_reference_v<decltype(text)>)
      visitor.text(const_cast<std::string&>(text), T::format);  // it only looks
    else
      visitor.text(text, T::format);
    return;
  }
  std::string text;
  visitor.text(text, T::format);
  if (auto parsed = T::parse(text)) {
    value = *std::move(parsed);
  } else {
    visitor.refuse(std::string(T::rule_pt), std::string(T::rule_en));
  }
}

template <Record T>
void visit_value(FieldVisitor& visitor, T& value) {
  visitor.begin_record();
  value.visit_fields(visitor);
  visitor.end_record();
}

template <class T>
void visit_value(FieldVisitor& visitor, std::optional<T>& value);
template <class... Ts>
void visit_value(FieldVisitor& visitor, std::variant<Ts...>& value);

template <class T>
void visit_value(FieldVisitor& visitor, std::vector<T>& list) {
  const std::size_t size = visitor.begin_list(list.size());
  if (visitor.reading()) list.resize(size);
  T sample{};  // a describing visitor asks for an item of an empty list
  for (std::size_t i = 0; i < size; ++i) {
    visitor.begin_item(i);
    visit_value(visitor, i < list.size() ? list[i] : sample);
    visitor.end_item();
  }
  visitor.end_list();
}

template <class T>
void visit_value(FieldVisitor& visitor, std::optional<T>& value) {
  if (!visitor.optional(value.has_value())) {
    if (visitor.reading()) value.reset();
    return;
  }
  T sample{};
  if (visitor.reading()) value.emplace();
  visit_value(visitor, value ? *value : sample);
}

template <class Alternative, class Variant>
void visit_alternative(FieldVisitor& visitor, Variant& value, std::size_t candidate) {
  if (!visitor.begin_alternative(value.index(), candidate)) return;
  if (visitor.reading() && value.index() != candidate) value = Alternative{};
  Alternative sample{};
  auto* held = std::get_if<Alternative>(&value);
  (held ? *held : sample).visit_fields(visitor);
  visitor.end_alternative();
}

/// Every alternative is a record with a `static constexpr std::string_view kind`.
template <class... Ts>
void visit_value(FieldVisitor& visitor, std::variant<Ts...>& value) {
  static constexpr std::array<std::string_view, sizeof...(Ts)> kinds{Ts::kind...};
  visitor.begin_variant(kinds);
  std::size_t candidate = 0;
  (visit_alternative<Ts>(visitor, value, candidate++), ...);
  visitor.end_variant();
}

/// How many names a list as the preprocessor spells it holds: "a, b, c".
consteval std::size_t count_names(std::string_view list) {
  return 1 + static_cast<std::size_t>(std::ranges::count(list, ','));
}

template <std::size_t Count>
consteval std::array<std::string_view, Count> split_names(std::string_view list) {
  std::array<std::string_view, Count> names;
  for (auto& name : names) {
    const auto comma = std::min(list.find(','), list.size());
    name = list.substr(0, comma);
    list.remove_prefix(std::min(comma + 1, list.size()));
    while (list.starts_with(' ')) list.remove_prefix(1);
  }
  return names;
}

template <class T>
void visit_field(FieldVisitor& visitor, std::string_view name, T& value) {
  visitor.begin_field(name);
  visit_value(visitor, value);
  visitor.end_field();
}

template <class... Ts>
void visit_named(FieldVisitor& visitor, const std::array<std::string_view, sizeof...(Ts)>& names,
                 Ts&... values) {
  auto name = names.begin();
  (visit_field(visitor, *name++, values), ...);
}

}  // namespace core

#define FIELD_NAMES(...) ::core::split_names<::core::count_names(#__VA_ARGS__)>(#__VA_ARGS__)

/// Names a record's fields, once. Everything that reads, writes or describes it follows.
#define FIELDS(...)                                               \
  void visit_fields(::core::FieldVisitor& visitor) {              \
    static constexpr auto field_names = FIELD_NAMES(__VA_ARGS__); \
    ::core::visit_named(visitor, field_names, __VA_ARGS__);       \
  }

/// Names a derived record's own fields; those of its base, a record too, follow.
#define FIELDS_AND_THOSE_OF(Base, ...)                            \
  void visit_fields(::core::FieldVisitor& visitor) {              \
    static constexpr auto field_names = FIELD_NAMES(__VA_ARGS__); \
    ::core::visit_named(visitor, field_names, __VA_ARGS__);       \
    Base::visit_fields(visitor);                                  \
  }

/// A record with no fields.
#define NO_FIELDS() \
  void visit_fields(::core::FieldVisitor&) {}

/// Names the values of an enumeration, in the order of their declaration, beside its definition.
#define CHOICES(Enum, ...)                                                        \
  inline std::span<const std::string_view> choice_names(Enum) {                   \
    static constexpr auto names = std::to_array<std::string_view>({__VA_ARGS__}); \
    return names;                                                                 \
  }
