#pragma once

#include "domain/core/aggregate.hpp"
#include "domain/persons/person_events.hpp"

/// The right to erasure (RGPD, article 17) of those whose words the log keeps.
namespace persons {

/// For good, and whoever it is; a person who is erased already changes nothing. That there is such
/// a person only the keeper of the keys can tell. Errors: the store's "unknown-person".
struct ErasePerson {
  static constexpr std::string_view name = "person.erase";
  core::PersonId person;
  FIELDS(person)

  [[nodiscard]] std::string target() const { return person.text(); }
};

/// Somebody whose words are in the log, known by a pseudonym.
class Person {
 public:
  static constexpr std::string_view category = "person";

  void apply(const PersonErased&) { erased_ = true; }
  [[nodiscard]] core::Decision decide(const ErasePerson& command, const core::Context&) const;

 private:
  bool erased_ = false;
};

[[nodiscard]] const core::AggregateType& person_type();

}  // namespace persons
