#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/personal.hpp"
#include "domain/core/result.hpp"
#include "domain/regulation/theme.hpp"

namespace practices {

/// A practice in one language; limits in characters. What is not known stays empty.
struct PracticeText {
  std::string title;         ///< 1 to 100
  std::string summary;       ///< 1 to 160
  std::string about;         ///< 1 to 1500
  std::string resources;     ///< to 300: funders, money, people
  std::string evidence;      ///< to 500: of success
  std::string difficulties;  ///< to 300
  std::string potential;     ///< to 1000: for learning or transfer
  FIELDS(title, summary, about, resources, evidence, difficulties, potential)
};

struct PracticeTexts {
  PracticeText pt;
  std::optional<PracticeText> en;
  FIELDS(pt, en)
};

/// A day that is not known, or has not come yet, is left out.
struct PracticePeriod {
  std::optional<core::Date> first;
  std::optional<core::Date> last;
  FIELDS(first, last)
};

enum class Support { Financial, Logistic, Technical, Material, Space };
CHOICES(Support, "financial", "logistic", "technical", "material", "space")

struct Partner {
  std::string name;
  Support support = Support::Technical;
  FIELDS(name, support)
};

struct Classification {
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  std::vector<std::int64_t> ods;  ///< Sustainable Development Goals, 1 to 17
  std::vector<std::string> keywords;
  FIELDS(theme, ods, keywords)
};

enum class Phase { Idea, Pilot, Running, Finished, Discontinued };
CHOICES(Phase, "idea", "pilot", "running", "finished", "discontinued")

/// Whom to ask. Shown to the public only where `visible`.
struct Contact {
  core::Personal name;
  std::optional<core::Personal> email;
  std::optional<core::Personal> phone;
  bool visible = false;
  FIELDS(name, email, phone, visible)
};

/// All that a practice says of itself: what is reviewed, and what a version keeps.
struct Sheet {
  PracticeTexts text;
  PracticePeriod period;
  std::string place;  ///< within the entity's territory; NUTS follow from the entity
  std::vector<Partner> partners;
  Classification classification;
  Phase phase = Phase::Running;
  Contact contact;
  FIELDS(text, period, place, partners, classification, phase, contact)
};

/// Errors, on the field at fault ("text.pt.title", "partners[2].name"): "text-length",
/// "text-unreadable", "period-order", "list-length", "ods", "repeated", "email".
[[nodiscard]] core::Result<void> check(const Sheet& sheet);

}  // namespace practices
