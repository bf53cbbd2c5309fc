#pragma once

#include <optional>

#include "domain/core/aggregate.hpp"
#include "domain/entities/entity_events.hpp"

namespace entities {

/// Registers an entity, or replaces what is known of it; what is known already changes nothing.
/// Errors: "entity-code", "entity-municipality", "text-length", "nuts-code", "negative", "website".
struct RegisterEntity : Profile {
  static constexpr std::string_view name = "entity.register";

  [[nodiscard]] std::string target() const { return code.text(); }
};

/// A municipality or parish: whoever may apply.
class Entity {
 public:
  static constexpr std::string_view category = "entity";

  void apply(const EntityRegistered& event);
  [[nodiscard]] core::Decision decide(const RegisterEntity& command, const core::Context&) const;
  /// A facts::Entity with the official name.
  void tell(core::Facts& facts) const;

 private:
  std::optional<Profile> profile_;
};

[[nodiscard]] const core::AggregateType& entity_type();

}  // namespace entities
