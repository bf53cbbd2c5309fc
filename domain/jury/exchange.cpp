#include "domain/jury/exchange.hpp"

#include <algorithm>
#include <utility>

namespace jury {

Exchange::Exchange(std::vector<Time> jurors, Cost weight)
    : jurors_(std::move(jurors)),
      weight_(weight),
      offers_(jurors_.size() * jurors_.size()),
      cheapest_(offers_.size(), impossible) {}

std::size_t Exchange::add(std::vector<Cost> costs) {
  holds_.emplace_back(costs.size(), false);
  costs_.push_back(std::move(costs));
  return costs_.size() - 1;
}

std::vector<std::size_t> Exchange::jurors_of(std::size_t dossier) const {
  std::vector<std::size_t> jurors;
  for (std::size_t j = 0; j < jurors_.size(); ++j)
    if (holds_[dossier][j]) jurors.push_back(j);
  return jurors;
}

bool Exchange::seat(std::size_t dossier) {
  find_ways();
  std::optional<std::size_t> best;
  const auto cost = [&](std::size_t juror) { return costs_[dossier][juror] + way_[juror]; };
  for (std::size_t j = 0; j < jurors_.size(); ++j)
    if (may_take(dossier, j) && way_[j] < impossible && (!best || cost(j) < cost(*best))) best = j;
  if (!best) return false;
  const auto moves = path_of(dossier, *best);
  ++jurors_[moves.back().to].load;
  for (const auto& move : moves) make(move);
  for (const auto& move : moves) {
    if (move.from) refresh(move.dossier, *move.from);
    for (const auto holder : jurors_of(move.dossier)) refresh(move.dossier, holder);
  }
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

bool Exchange::shorten(std::size_t from) {
  bool shorter = false;
  for (std::size_t to = 0; to < jurors_.size(); ++to) {
    const auto cost = cheapest_[place(from, to)];
    if (cost >= impossible || way_[to] >= impossible || cost + way_[to] >= way_[from]) continue;
    way_[from] = cost + way_[to];
    next_[from] = to;
    shorter = true;
  }
  return shorter;
}

std::vector<Exchange::Move> Exchange::path_of(std::size_t dossier, std::size_t first) const {
  std::vector<Move> moves = {{dossier, std::nullopt, first}};
  for (auto at = first; next_[at]; at = *next_[at])
    moves.push_back({offers_[place(at, *next_[at])].top().dossier, at, *next_[at]});
  return moves;
}

void Exchange::make(const Move& move) {
  auto& holds = holds_[move.dossier];
  holds[move.to] = true;
  for (std::size_t j = 0; j < jurors_.size(); ++j) offer(move.dossier, move.to, j);
  if (!move.from) return;
  holds[*move.from] = false;
  for (const auto holder : jurors_of(move.dossier)) offer(move.dossier, holder, *move.from);
}

void Exchange::offer(std::size_t dossier, std::size_t from, std::size_t to) {
  if (from == to || !may_take(dossier, to)) return;
  const auto& costs = costs_[dossier];
  offers_[place(from, to)].push({costs[to] - costs[from], dossier});
}

void Exchange::refresh(std::size_t dossier, std::size_t holder) {
  for (std::size_t to = 0; to < jurors_.size(); ++to)
    if (costs_[dossier][to] < impossible) refresh(holder, to, offers_[place(holder, to)]);
}

void Exchange::refresh(std::size_t from, std::size_t to, Offers& offers) {
  const auto stands = [&](const Offer& offer) {
    return holds_[offer.dossier][from] && !holds_[offer.dossier][to];
  };
  while (!offers.empty() && !stands(offers.top())) offers.pop();
  cheapest_[place(from, to)] = offers.empty() ? impossible : offers.top().cost;
}

Exchange::Reach Exchange::reach(const std::vector<std::size_t>& lacking) const {
  Reach reached{std::vector<bool>(costs_.size()), std::vector<bool>(jurors_.size())};
  auto open = lacking;
  for (const auto dossier : lacking) reached.dossiers[dossier] = true;
  while (!open.empty()) {
    const auto dossier = open.back();
    open.pop_back();
    for (std::size_t j = 0; j < jurors_.size(); ++j) {
      if (!may_take(dossier, j) || reached.jurors[j]) continue;
      reached.jurors[j] = true;
      for (std::size_t held = 0; held < costs_.size(); ++held) {
        if (!holds_[held][j] || reached.dossiers[held]) continue;
        reached.dossiers[held] = true;
        open.push_back(held);
      }
    }
  }
  return reached;
}

}  // namespace jury
