#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "domain/jury/assignment.hpp"

namespace jury {

/// Minimum-cost flow from dossiers over jurors to their time, by successive shortest paths: each
/// seat is filled the cheapest way there is, which may move other dossiers from juror to juror, and
/// so the whole costs the least possible after each one. As every dossier on a path is left by the
/// juror before it and taken by the next, paths are looked for among the jurors alone, where going
/// from one to another costs what the cheapest dossier to move costs. That is the same flow in a
/// graph of some tens of vertices instead of thousands.
class Exchange {
 public:
  using Cost = std::int64_t;
  static constexpr Cost impossible = std::numeric_limits<Cost>::max() / 4;

  /// A juror's next dossier costs `weight` for each that the juror has.
  Exchange(std::vector<Time> jurors, Cost weight);

  /// A dossier, by what each juror costs it; answers its number.
  std::size_t add(const std::vector<Cost>& costs);
  /// Gives the dossier one juror more; false, with nothing changed, where there is no way to.
  bool seat(std::size_t dossier);
  [[nodiscard]] std::vector<std::size_t> jurors_of(std::size_t dossier) const;

  /// Where a dossier that lacks a juror could look: over its candidates, what those have, the
  /// candidates of that, and so on. All these jurors are without time.
  struct Reach {
    std::vector<bool> dossiers;
    std::vector<bool> jurors;
  };
  [[nodiscard]] Reach reach(const std::vector<std::size_t>& lacking) const;

 private:
  struct Move {
    std::size_t dossier = 0;
    std::optional<std::size_t> from;
    std::size_t to = 0;
  };

  [[nodiscard]] std::size_t place(std::size_t from, std::size_t to) const {
    return from * jurors_.size() + to;
  }
  [[nodiscard]] bool may_take(std::size_t dossier, std::size_t juror) const {
    return costs_[juror][dossier] < impossible && holds_[juror][dossier] == 0;
  }
  void find_ways();
  [[nodiscard]] bool shorten(std::size_t from);
  [[nodiscard]] std::vector<Move> path_of(std::size_t dossier, std::size_t first) const;
  void make(const Move& move);
  void offer(std::size_t dossier, std::size_t from, std::size_t to);
  void refresh(const Move& move);
  void look_again(std::size_t from, std::size_t to);

  std::vector<Time> jurors_;
  Cost weight_;
  std::size_t dossiers_ = 0;
  std::vector<std::vector<Cost>> costs_;        ///< by juror and dossier
  std::vector<std::vector<char>> holds_;        ///< the same: 1 where the juror has the dossier
  std::vector<std::vector<std::size_t>> held_;  ///< by juror, in no order
  /// By who gives and who takes: what the cheapest dossier to move costs, of equals the one with
  /// the lowest number, and which one that is.
  std::vector<Cost> cheapest_;
  std::vector<std::size_t> offered_;
  std::vector<Cost> way_;  ///< what one dossier more costs this juror in the end
  std::vector<std::optional<std::size_t>> next_;  ///< who takes one from this juror for it
};

}  // namespace jury
