#pragma once

#include "domain/dossiers/record_parts.hpp"

/// Sections V and VI: whom the entity supports, and with whom it works.
namespace dossiers {

enum class SupportForm { Financial, Logistic, Technical, Material, Space };
CHOICES(SupportForm, "financial", "logistic", "technical", "material", "space")

/// Support given to an organisation or event.
struct Support {
  static constexpr std::string_view kind = "support";
  static constexpr auto section = regulation::Section::V;
  std::string beneficiary;
  std::string beneficiary_nipc;  ///< nine digits, the last one checks the others
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  SupportForm form = SupportForm::Financial;
  std::optional<core::Money> amount;  ///< financial support always has one
  core::Date date;
  std::string purpose;
  std::vector<Evidence> evidence;
  FIELDS(beneficiary, beneficiary_nipc, theme, form, amount, date, purpose, evidence)
};

enum class PartnershipForm { Protocol, Agreement, Network, Consortium, Other };
CHOICES(PartnershipForm, "protocol", "agreement", "network", "consortium", "other")

/// What a partnership came to, measured on a day.
struct PartnershipResult {
  std::string indicator;
  std::int64_t value = 0;
  core::Date date;
  FIELDS(indicator, value, date)
};

struct Partnership {
  static constexpr std::string_view kind = "partnership";
  static constexpr auto section = regulation::Section::VI;
  std::string partner;
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  PartnershipForm form = PartnershipForm::Protocol;
  core::Date date;  ///< of the protocol, or the day on which it began
  std::string purpose;
  std::vector<std::string> contributions;  ///< what each side brings
  std::vector<PartnershipResult> results;
  std::vector<Evidence> evidence;
  FIELDS(partner, theme, form, date, purpose, contributions, results, evidence)
};

}  // namespace dossiers
