#pragma once

#include <memory>
#include <string_view>
#include <type_traits>
#include <utility>

#include "domain/core/assert.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/personal.hpp"

namespace core {

/// What can be known of a struct with FIELDS without naming it in a header.
struct RecordType {
  std::string_view name;
  int version = 1;
  std::shared_ptr<void> (*make)() = nullptr;
  void (*visit)(void* record, FieldVisitor& visitor) = nullptr;
  PersonId (*person)(const void* record) = nullptr;  ///< whose its `Personal` fields are
  bool erases = false;  ///< from then on nobody can read what is that person's
};

/// What a command calls `version` is a field of it, and none of its type.
template <class T>
constexpr int version_of() {
  if constexpr (requires { requires std::is_same_v<decltype(T::version), const int>; })
    return T::version;
  return 1;
}

template <class T>
constexpr auto person_of() -> PersonId (*)(const void*) {
  if constexpr (requires(const T& record) { record.person(); })
    return [](const void* record) { return static_cast<const T*>(record)->person(); };
  return nullptr;
}

template <class T>
concept ErasesPerson = requires { T::erases_person; };

/// A record of a type that only run time knows. All are counted alike: counters of a type for each
/// are an eighth of the machine code of a context.
template <class T>
[[nodiscard]] std::shared_ptr<void> shared_record(T record) {
  constexpr auto end = [](void* held) { delete static_cast<T*>(held); };
  return {static_cast<void*>(new T(std::move(record))), static_cast<void (*)(void*)>(end)};
}

/// The one description of `T`, which is a struct with FIELDS and a
/// `static constexpr std::string_view name`; its address stands for the type.
template <class T>
inline const RecordType record_type{
    T::name,
    version_of<T>(),
    [] { return shared_record(T{}); },
    [](void* record, FieldVisitor& visitor) { visit_value(visitor, *static_cast<T*>(record)); },
    person_of<T>(),
    ErasesPerson<T>};

/// Any event or command: an immutable record that knows its type.
class AnyRecord {
 public:
  template <class T>
    requires(!std::same_as<T, AnyRecord>)
  AnyRecord(T record)  // NOLINT(google-explicit-constructor): an event is an event
      : type_(&record_type<T>), data_(shared_record(std::move(record))) {}

  /// Filled by a reading visitor through `visit`.
  AnyRecord(const RecordType& type, std::shared_ptr<void> data)
      : type_(&type), data_(std::move(data)) {}

  [[nodiscard]] const RecordType& type() const { return *type_; }

  /// Whose its personal fields are; nothing where it has none.
  [[nodiscard]] PersonId person() const {
    return type_->person == nullptr ? PersonId() : type_->person(data_.get());
  }

  /// The record if it is a `T`.
  template <class T>
  [[nodiscard]] const T* get_if() const {
    return type_ == &record_type<T> ? static_cast<const T*>(data_.get()) : nullptr;
  }

  /// The record, which must be a `T`.
  template <class T>
  [[nodiscard]] const T& get() const {
    const T* record = get_if<T>();
    ensure(record != nullptr, "a record is asked for as what it is not");
    return *record;
  }

  /// Looks at the fields; the visitor must not be a reading one.
  void describe(FieldVisitor& visitor) const {
    ensure(!visitor.reading(), "a record is written once");
    type_->visit(data_.get(), visitor);
  }

 private:
  const RecordType* type_;
  std::shared_ptr<void> data_;
};

using Event = AnyRecord;
using Command = AnyRecord;

}  // namespace core
