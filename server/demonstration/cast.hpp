#pragma once

#include <optional>

#include "domain/entities/entity_events.hpp"
#include "server/demonstration/steps.hpp"
#include "server/demonstration/words.hpp"

namespace server {

/// How large an edition the demonstration invents, the hand-written dossiers included.
struct FullSize {
  std::size_t municipalities = 308;
  std::size_t parishes = 400;
  std::size_t jurors = 24;  ///< and one more who takes the place of one who leaves; 6 at least
};

struct Applicant {
  entities::Profile entity;
  core::DossierId dossier;
  core::AccountId account;
  bool invented = true;  ///< it has no dossier written by hand
  bool submits = true;
  std::optional<std::string> not_eligible = {};  ///< the reason
  bool clarifies = false;                        ///< it is asked for a clarification, and gives it
  bool withdraws = false;                        ///< once it is admitted
  bool twin = false;  ///< judged by everybody like the other one, so that the two tie

  [[nodiscard]] bool judged() const { return submits && !not_eligible && !withdraws; }
};

struct CastJuror {
  core::AccountId account;
  std::string name;
  std::optional<core::EntityCode> affiliation = {};
  std::vector<regulation::Theme> areas = {};
};

/// Who takes part.
struct Cast {
  std::vector<Applicant> applicants;
  std::vector<CastJuror> jurors;  ///< the last one comes when `leaver` has left

  [[nodiscard]] std::vector<const Applicant*> judged() const;
  [[nodiscard]] const Applicant& of(const core::DossierId& dossier) const;
  [[nodiscard]] const CastJuror& leaver() const { return jurors[3]; }
  [[nodiscard]] const CastJuror& newcomer() const { return jurors.back(); }
};

/// All whose dossiers are started in `written`, and others of the register until there are as many
/// as the size asks for, spread over the country.
[[nodiscard]] Cast cast_of(const FullSize& size, const core::EditionId& edition,
                           const std::vector<entities::Profile>& entities, const Steps& written,
                           const Words& words);

}  // namespace server
