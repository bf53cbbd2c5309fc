#pragma once

#include "domain/dossiers/record_parts.hpp"

/// Sections III and IV: what the entity does.
namespace dossiers {

enum class ProgrammeState { Preparing, Running, Finished, Discontinued };
CHOICES(ProgrammeState, "preparing", "running", "finished", "discontinued")

/// Work that goes on over time.
struct Programme {
  static constexpr std::string_view kind = "programme";
  static constexpr auto section = regulation::Section::III;
  std::string title;
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  std::string description;
  std::string target_group;
  core::Period period;
  ProgrammeState state = ProgrammeState::Running;
  std::optional<core::Money> budget;
  std::optional<std::int64_t> staff;           ///< people who work on it
  std::optional<std::int64_t> people_reached;  ///< in the period
  std::optional<std::string> results;
  std::vector<std::string> responsible_partners;
  std::vector<Indicator> indicators;
  bool good_practice = false;  ///< offered to the observatory
  std::vector<Evidence> evidence;
  FIELDS(title, theme, description, target_group, period, state, budget, staff, people_reached,
         results, responsible_partners, indicators, good_practice, evidence)
};

/// Something that happened on certain days.
struct Activity {
  static constexpr std::string_view kind = "activity";
  static constexpr auto section = regulation::Section::IV;
  std::string title;
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  std::string description;
  core::Period period;
  std::string place;
  std::string audience;
  std::optional<std::int64_t> participants;
  std::vector<std::string> responsible_partners;
  std::vector<Indicator> indicators;
  std::vector<Evidence> evidence;
  FIELDS(title, theme, description, period, place, audience, participants, responsible_partners,
         indicators, evidence)
};

}  // namespace dossiers
