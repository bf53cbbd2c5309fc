#pragma once

#include <string>
#include <vector>

#include "domain/core/fields.hpp"
#include "domain/regulation/theme.hpp"

/// What the demonstration of full size says, of which its records, people and reasons are put
/// together: demonstration/words.json.
namespace server {

struct DiagnosisWords {
  std::string title;
  std::string description;
  std::string method;
  std::string participation;
  FIELDS(title, description, method, participation)
};

struct PlanWords {
  std::string domain;
  std::string objective;
  std::vector<std::string> axes;
  FIELDS(domain, objective, axes)
};

struct ProgrammeWords {
  std::string title;
  std::string description;
  std::string target_group;
  std::string indicator;
  std::string results;
  FIELDS(title, description, target_group, indicator, results)
};

struct ActivityWords {
  std::string title;
  std::string description;
  std::string audience;
  FIELDS(title, description, audience)
};

struct SupportWords {
  std::string beneficiary;
  std::string purpose;
  FIELDS(beneficiary, purpose)
};

struct PartnershipWords {
  std::string partner;
  std::string purpose;
  std::vector<std::string> contributions;
  std::string indicator;
  FIELDS(partner, purpose, contributions, indicator)
};

struct PrintedWords {
  std::string title;
  std::string distribution;
  FIELDS(title, distribution)
};

/// What may be done about one theme.
struct ThemeWords {
  regulation::Theme theme = regulation::Theme::Envelhecimento;
  DiagnosisWords diagnosis;
  PlanWords plan;
  std::vector<ProgrammeWords> programmes;
  std::vector<ActivityWords> activities;
  SupportWords support;
  PartnershipWords partnership;
  std::string link;
  PrintedWords printed;
  FIELDS(theme, diagnosis, plan, programmes, activities, support, partnership, link, printed)
};

struct Words {
  std::vector<ThemeWords> themes;
  std::vector<std::string> jurors;        ///< names of people who do not exist
  std::vector<std::string> nipcs;         ///< of organisations that do not exist
  std::vector<std::string> comments;      ///< of a juror on a mark
  std::vector<std::string> conflicts;     ///< why a juror may not judge
  std::vector<std::string> not_eligible;  ///< why a dossier is not admitted
  FIELDS(themes, jurors, nipcs, comments, conflicts, not_eligible)
};

}  // namespace server
