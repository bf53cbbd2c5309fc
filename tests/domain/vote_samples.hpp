#pragma once

#include "domain/awards/vote_events.hpp"

namespace testing_support {

/// A juror's vote on the result of 2021; against, with a statement.
inline awards::ResultVoted voted(const char* juror,
                                 awards::VoteChoice choice = awards::VoteChoice::InFavour) {
  awards::ResultVoted vote;
  vote.edition = core::EditionId("2021");
  vote.at = core::Instant::parse("2021-09-25T10:00:00Z").value();
  vote.by = core::AccountId(juror);
  vote.choice = choice;
  if (choice == awards::VoteChoice::Against) vote.statement = "A ordem não é justa.";
  return vote;
}

}  // namespace testing_support
