#include "domain/persons/person.hpp"

namespace persons {

core::Decision Person::decide(const ErasePerson& command, const core::Context&) const {
  if (erased_) return std::vector<core::Event>();
  return std::vector<core::Event>{PersonErased{command.person}};
}

const core::AggregateType& person_type() {
  static const auto type =
      core::describe_aggregate<Person>(core::Events<PersonErased>(), core::Commands<ErasePerson>());
  return type;
}

}  // namespace persons
