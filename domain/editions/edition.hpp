#pragma once

#include <optional>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "domain/editions/edition_events.hpp"

namespace editions {

/// Errors: "edition-id", "text-length" and "text-unreadable" on the title, "edition-exists",
/// those of `regulation::faults`, and "unknown-edition" where it follows none that was opened.
struct OpenEdition {
  static constexpr std::string_view name = "edition.open";
  core::EditionId edition;  ///< lower-case letters, digits and hyphens: "2026", "habitacao-2026"
  std::string title;
  bool demonstration = false;
  regulation::Regulation regulation;
  FIELDS(edition, title, demonstration, regulation)

  [[nodiscard]] std::string target() const { return edition.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const;
};

/// All that keeps the edition from being opened, as far as the command itself can tell. The fields
/// are the command's ("regulation.calendar").
[[nodiscard]] std::vector<core::Error> faults(const OpenEdition& command);

/// What a file written by hand says of an edition: the regulation's fields and these.
struct EditionFile : regulation::Regulation {
  core::EditionId edition;
  std::string title;
  bool demonstration = false;
  FIELDS_AND_THOSE_OF(regulation::Regulation, edition, title, demonstration)

  [[nodiscard]] OpenEdition command() const { return {edition, title, demonstration, *this}; }
};

/// One run of the award.
class Edition {
 public:
  static constexpr std::string_view category = "edition";

  void apply(const EditionOpened& event);
  [[nodiscard]] core::Decision decide(const OpenEdition& command,
                                      const core::Context& context) const;
  void tell(core::Facts& facts) const;

 private:
  std::optional<EditionOpened> opened_;
};

[[nodiscard]] const core::AggregateType& edition_type();

}  // namespace editions
