#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "domain/core/context.hpp"
#include "domain/core/ids.hpp"
#include "domain/regulation/regulation.hpp"
#include "domain/regulation/theme.hpp"

/// What each context tells the others: the only words that cross from one to another. They arrive
/// in a command's context, looked up beforehand.
namespace facts {

struct Entity {
  core::EntityCode code;
  std::string name;
  regulation::Category category = regulation::Category::Municipio;
  core::EntityCode municipality;  ///< a parish's; a municipality names itself
  std::string district = {};
  std::string nuts3 = {};  ///< code; it begins with that of its NUTS 2
  std::optional<std::int64_t> population = {};
  FIELDS(code, name, category, municipality, district, nuts3, population)
};

/// Someone who signs in. Told to the edge, which holds a password against the hash, and a session
/// against the passwords and those sessions that have ended.
struct Account {
  core::AccountId id;
  std::string full_name;
  std::string password_hash;
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;        ///< that it acts for as submitter
  std::vector<core::EntityCode> edits_for = {};  ///< and as editor
  bool closed = false;
  std::int64_t passwords = 1;  ///< that it has had; only sessions of the latest count
  std::set<core::SessionId> ended_sessions = {};  ///< of those that began under the latest
};

/// Told once it was sent.
struct Invitation {
  core::InvitationId id;
  core::EntityCode entity;
  std::string email;
  core::Capacity capacity = core::Capacity::Editor;
  std::optional<core::AccountId> accepted_by = {};
  std::optional<core::AccountId> sent_by = {};
};

struct Edition {
  core::EditionId id;
  regulation::Regulation regulation;  ///< its deadlines as they were extended
  bool demonstration = false;
  std::optional<regulation::Calendar> frozen_calendar = {};  ///< before any extension

  /// The regulation as it was before any extension.
  [[nodiscard]] regulation::Regulation frozen_regulation() const {
    auto frozen = regulation;
    if (frozen_calendar) frozen.calendar = *frozen_calendar;
    return frozen;
  }
};

/// An edition that is not open yet.
struct EditionDraft {
  core::EditionId id;
  std::vector<core::EditionId> follows;
};

enum class DossierState { Draft, Submitted, Eligible, NotEligible, Withdrawn };

/// Whom a record names beside the entity itself.
struct Organisation {
  std::string name;
  std::string nipc;  ///< empty where the record has none
};

struct Dossier {
  core::DossierId id;
  regulation::Category category = regulation::Category::Municipio;
  DossierState state = DossierState::Draft;
  std::vector<core::RecordId> good_practices;     ///< programmes offered as good practices
  std::set<core::RecordId> records = {};          ///< all that stand
  std::set<regulation::Theme> themes = {};        ///< of its records
  std::vector<Organisation> partners = {};        ///< whom it works with or supports
  std::optional<core::Instant> turned_down = {};  ///< when, where it was never contested
};

struct Practice {
  core::PracticeId id;
  core::EntityCode entity;
};

struct Assignment {
  core::DossierId dossier;
  core::AccountId juror;

  /// The stream of the evaluation that it asks for: "2021-1701.jurado-1".
  [[nodiscard]] std::string evaluation() const { return dossier.text() + "." + juror.text(); }
  friend auto operator<=>(const Assignment&, const Assignment&) = default;
};

/// An edition's jury as it stands.
struct Panel {
  core::EditionId edition;
  std::vector<core::AccountId> jurors;  ///< who sit on it; one who left may have assignments still
  std::vector<Assignment> assignments;
  std::vector<core::DossierId> dossiers;  ///< all that were put before the jury
  std::vector<Assignment> conflicts;      ///< declared or imposed, and not waived
  /// When they were appointed, where that is known.
  std::map<core::AccountId, core::Instant> since = {};
};

/// A result was computed: what it adds up to may have been seen.
struct Computation {
  core::EditionId edition;
  std::set<core::DossierId> reopened = {};  ///< what was said of them was upheld since
  std::set<core::DossierId> unranked = {};  ///< too few jurors had judged them, and no list says so
};

/// A final list: who was given which awards.
struct Outcome {
  core::EditionId edition;
  std::map<core::EntityCode, std::set<core::AwardId>> granted;
  bool closed = false;  ///< it changes no more, and neither does its jury
};

/// One juror's mark on one criterion; nothing where the criterion does not apply.
struct Mark {
  core::CriterionId criterion;
  std::optional<std::int64_t> value;
  FIELDS(criterion, value)
  friend auto operator<=>(const Mark&, const Mark&) = default;
};

/// One juror's evaluation of one dossier.
struct Evaluation {
  core::DossierId dossier;
  core::AccountId juror;
  bool sealed = false;
  std::vector<Mark> marks;
  std::vector<Mark> as_sealed = {};  ///< before any change for a reason
};

}  // namespace facts
