#include "domain/jury/exchange.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

namespace jury {

Exchange::Exchange(std::vector<Time> jurors, Cost weight)
    : jurors_(std::move(jurors)),
      weight_(weight),
      costs_(jurors_.size()),
      holds_(jurors_.size()),
      held_(jurors_.size()),
      cheapest_(jurors_.size() * jurors_.size(), impossible),
      offered_(cheapest_.size()) {}

std::size_t Exchange::add(const std::vector<Cost>& costs) {
  for (std::size_t j = 0; j < jurors_.size(); ++j) {
    costs_[j].push_back(costs[j]);
    holds_[j].push_back(0);
  }
  return dossiers_++;
}

std::vector<std::size_t> Exchange::jurors_of(std::size_t dossier) const {
  std::vector<std::size_t> jurors;
  for (std::size_t j = 0; j < jurors_.size(); ++j)
    if (holds_[j][dossier] != 0) jurors.push_back(j);
  return jurors;
}

bool Exchange::seat(std::size_t dossier) {
  find_ways();
  std::optional<std::size_t> best;
  const auto cost = [&](std::size_t juror) { return costs_[juror][dossier] + way_[juror]; };
  for (std::size_t j = 0; j < jurors_.size(); ++j)
    if (may_take(dossier, j) && way_[j] < impossible && (!best || cost(j) < cost(*best))) best = j;
  if (!best) return false;
  const auto moves = path_of(dossier, *best);
  ++jurors_[moves.back().to].load;
  for (const auto& move : moves) make(move);
  for (const auto& move : moves) refresh(move);
  return true;
}

/// Bellman and Ford's, towards the jurors' time; there is no negative cycle, for the flow costs the
/// least possible.
void Exchange::find_ways() {
  way_.assign(jurors_.size(), impossible);
  next_.assign(jurors_.size(), std::nullopt);
  for (std::size_t j = 0; j < jurors_.size(); ++j)
    if (jurors_[j].left()) way_[j] = weight_ * jurors_[j].load;
  for (bool shorter = true; shorter;) {
    shorter = false;
    for (std::size_t j = 0; j < jurors_.size(); ++j)
      if (shorten(j)) shorter = true;
  }
}

/// What is impossible on one side stays so, whatever moving a dossier saves on the other.
bool Exchange::shorten(std::size_t from) {
  const auto over = [&](std::size_t to) { return cheapest_[place(from, to)] + way_[to]; };
  auto shortest = way_[from];
  for (std::size_t to = 0; to < jurors_.size(); ++to) shortest = std::min(shortest, over(to));
  if (shortest == way_[from] || shortest > impossible / 2) return false;
  std::size_t first = 0;
  while (over(first) != shortest) ++first;
  way_[from] = shortest;
  next_[from] = first;
  return true;
}

std::vector<Exchange::Move> Exchange::path_of(std::size_t dossier, std::size_t first) const {
  std::vector<Move> moves = {{dossier, std::nullopt, first}};
  for (auto at = first; next_[at]; at = *next_[at])
    moves.push_back({offered_[place(at, *next_[at])], at, *next_[at]});
  return moves;
}

void Exchange::make(const Move& move) {
  holds_[move.to][move.dossier] = 1;
  held_[move.to].push_back(move.dossier);
  for (std::size_t j = 0; j < jurors_.size(); ++j) offer(move.dossier, move.to, j);
  if (!move.from) return;
  holds_[*move.from][move.dossier] = 0;
  std::erase(held_[*move.from], move.dossier);
  for (const auto holder : jurors_of(move.dossier)) offer(move.dossier, holder, *move.from);
}

void Exchange::offer(std::size_t dossier, std::size_t from, std::size_t to) {
  if (from == to || !may_take(dossier, to)) return;
  const auto cost = costs_[to][dossier] - costs_[from][dossier];
  auto& cheapest = cheapest_[place(from, to)];
  auto& offered = offered_[place(from, to)];
  if (std::tie(cost, dossier) >= std::tie(cheapest, offered)) return;
  cheapest = cost;
  offered = dossier;
}

/// Who gave the dossier has it to offer no more, and nobody has it for who took it.
void Exchange::refresh(const Move& move) {
  const auto stood = [&](std::size_t from, std::size_t to) {
    return offered_[place(from, to)] == move.dossier;
  };
  for (std::size_t j = 0; j < jurors_.size(); ++j) {
    if (move.from && stood(*move.from, j)) look_again(*move.from, j);
    if (holds_[j][move.dossier] != 0 && stood(j, move.to)) look_again(j, move.to);
  }
}

void Exchange::look_again(std::size_t from, std::size_t to) {
  cheapest_[place(from, to)] = impossible;
  for (const auto dossier : held_[from]) offer(dossier, from, to);
}

Exchange::Reach Exchange::reach(const std::vector<std::size_t>& lacking) const {
  Reach reached{std::vector<bool>(dossiers_), std::vector<bool>(jurors_.size())};
  auto open = lacking;
  for (const auto dossier : lacking) reached.dossiers[dossier] = true;
  while (!open.empty()) {
    const auto dossier = open.back();
    open.pop_back();
    for (std::size_t j = 0; j < jurors_.size(); ++j) {
      if (!may_take(dossier, j) || reached.jurors[j]) continue;
      reached.jurors[j] = true;
      for (std::size_t held = 0; held < dossiers_; ++held) {
        if (holds_[j][held] == 0 || reached.dossiers[held]) continue;
        reached.dossiers[held] = true;
        open.push_back(held);
      }
    }
  }
  return reached;
}

}  // namespace jury
