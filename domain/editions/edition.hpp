#pragma once

#include <optional>

#include "domain/core/aggregate.hpp"
#include "domain/editions/edition_events.hpp"

namespace editions {

/// Errors: "edition-id", "text-length" and "text-unreadable" on the title, "edition-exists", and
/// those of `regulation::check`.
struct OpenEdition {
  static constexpr std::string_view name = "edition.open";
  core::EditionId edition;  ///< lower-case letters, digits and hyphens: "2026", "habitacao-2026"
  std::string title;
  bool demonstration = false;
  regulation::Regulation regulation;
  FIELDS(edition, title, demonstration, regulation)

  [[nodiscard]] std::string target() const { return edition.text(); }
};

/// One run of the award.
class Edition {
 public:
  static constexpr std::string_view category = "edition";

  void apply(const EditionOpened& event);
  [[nodiscard]] core::Decision decide(const OpenEdition& command, const core::Context&) const;
  void tell(core::Facts& facts) const;

 private:
  std::optional<EditionOpened> opened_;
};

[[nodiscard]] const core::AggregateType& edition_type();

}  // namespace editions
