#pragma once

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace core {

/// 1 to 96 characters of A-Z a-z 0-9 . _ - : safe in keys, paths and log lines as it stands.
[[nodiscard]] bool is_identifier(std::string_view text);

/// A string that names one thing; the tag keeps a juror's id from passing for an edition's.
template <class Tag>
class Id {
 public:
  static constexpr std::string_view format = "id";
  static constexpr std::string_view rule_pt =
      "Use 1 a 96 letras sem acento, algarismos, pontos, hífenes ou sublinhados.";
  static constexpr std::string_view rule_en =
      "Use 1 to 96 unaccented letters, digits, dots, hyphens or underscores.";

  Id() = default;
  explicit Id(std::string value) : value_(std::move(value)) {}

  static std::optional<Id> parse(std::string_view text) {
    if (!is_identifier(text)) return std::nullopt;
    return Id(std::string(text));
  }

  [[nodiscard]] const std::string& text() const { return value_; }
  [[nodiscard]] bool empty() const { return value_.empty(); }

  friend auto operator<=>(const Id&, const Id&) = default;

 private:
  std::string value_;
};

using AccountId = Id<struct AccountTag>;
using InvitationId = Id<struct InvitationTag>;
using SessionId = Id<struct SessionTag>;
using EntityCode = Id<struct EntityTag>;  ///< 4 characters: municipality; 6: parish
using EditionId = Id<struct EditionTag>;
using DossierId = Id<struct DossierTag>;
using RecordId = Id<struct RecordTag>;
using AttachmentId = Id<struct AttachmentTag>;
using CriterionId = Id<struct CriterionTag>;
using AwardId = Id<struct AwardTag>;  ///< of a rule; a year's award keeps it in the next
using ComplaintId = Id<struct ComplaintTag>;
using PracticeId = Id<struct PracticeTag>;
using CommandId = Id<struct CommandTag>;

/// An entity has one dossier in an edition, so the two name it: "2021-1701".
[[nodiscard]] DossierId dossier_of(const EditionId& edition, const EntityCode& entity);
[[nodiscard]] EditionId edition_of(const DossierId& dossier);
[[nodiscard]] EntityCode entity_of(const DossierId& dossier);

}  // namespace core

template <class Tag>
struct std::hash<core::Id<Tag>> {
  std::size_t operator()(const core::Id<Tag>& id) const noexcept {
    return std::hash<std::string>()(id.text());
  }
};
