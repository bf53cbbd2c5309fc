#pragma once

#include <optional>
#include <string>

#include "domain/core/aggregate.hpp"
#include "domain/core/dates.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"

namespace dossiers {

/// What came back when the page was asked for that a record of section VII names.
struct LinkChecked {
  static constexpr std::string_view name = "link-checked";
  core::DossierId dossier;
  core::RecordId record_id;
  std::string url;
  bool answers = false;                ///< with a page, after whatever it led on to
  std::optional<std::int64_t> status;  ///< of HTTP; nothing where nobody answered
  core::Instant at;
  FIELDS(dossier, record_id, url, answers, status, at)
};

/// Given by the program that serves, for itself. Errors: "unknown-record".
struct NoteLink {
  static constexpr std::string_view name = "link.note";
  core::DossierId dossier;
  core::RecordId record_id;
  std::string url;
  bool answers = false;
  std::optional<std::int64_t> status;
  FIELDS(dossier, record_id, url, answers, status)

  [[nodiscard]] std::string target() const { return dossier.text(); }
  [[nodiscard]] std::vector<core::StreamRef> reads(const core::Facts&) const {
    return {{"dossier", dossier.text()}};
  }
};

/// The links of one dossier, beside its own stream: nobody who is writing in it meets a change that
/// nobody made.
class LinkChecks {
 public:
  static constexpr std::string_view category = "link-checks";

  void apply(const LinkChecked&) {}
  [[nodiscard]] core::Decision decide(const NoteLink& command, const core::Context& context) const;
};

[[nodiscard]] const core::AggregateType& link_checks_type();

}  // namespace dossiers
