#include "projections/ties.hpp"

#include "domain/awards/parting.hpp"

namespace projections {

std::optional<Tie> tie_with_next(const std::vector<NamedResult>& dossiers, std::size_t at,
                                 const regulation::Regulation& rules) {
  if (at + 1 >= dossiers.size()) return std::nullopt;
  const auto& one = dossiers[at].result;
  const auto& next = dossiers[at + 1].result;
  if (one.category != next.category || !one.points || !next.points ||
      one.points->shown != next.points->shown)
    return std::nullopt;
  const bool shared = one.rank == next.rank;
  return Tie{dossiers[at].entity, dossiers[at + 1].entity, shared,
             shared ? std::nullopt : awards::parting(rules, one, next)};
}

std::vector<Tie> ties_of(const std::vector<NamedResult>& dossiers, std::size_t at,
                         const regulation::Regulation& rules) {
  std::vector<Tie> ties;
  if (at > 0)
    if (auto tie = tie_with_next(dossiers, at - 1, rules)) ties.push_back(*std::move(tie));
  if (auto tie = tie_with_next(dossiers, at, rules)) ties.push_back(*std::move(tie));
  return ties;
}

}  // namespace projections
