#pragma once

#include <optional>
#include <string>

#include "domain/core/dates.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"

namespace awards {

/// A member of a jury may not abstain (CPA, art. 30).
enum class VoteChoice { InFavour, Against };
CHOICES(VoteChoice, "in-favour", "against")

/// What a juror says of the result last computed, in the place of what they said of it before.
struct ResultVoted {
  static constexpr std::string_view name = "result-voted";
  core::EditionId edition;
  core::Instant at;
  core::AccountId by;
  VoteChoice choice = VoteChoice::InFavour;
  std::optional<std::string> statement;  ///< declaração de voto: part of the minutes, and stays
  FIELDS(edition, at, by, choice, statement)
};

}  // namespace awards
