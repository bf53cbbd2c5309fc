#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <random>
#include <set>

#include "tests/domain/assignment_samples.hpp"

namespace {

using namespace assignment_samples;
using jury::assign;
using jury::Need;
using jury::Time;
using jury::Times;

int drawn(int from, int to) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(from, to));
}

/// Up to 8 dossiers and 6 jurors; a fifth of the pairs in conflict, some that fit, some jurors with
/// work and a most.
struct Situation {
  std::vector<Need> needs;
  Times times;
};

Situation any_situation() {
  Situation situation;
  const auto all = jurors(drawn(1, 7));
  for (const auto& juror : all) {
    Time time{drawn(0, 4)};
    if (drawn(0, 2) == 0) time.most = time.load + drawn(0, 5);
    situation.times[juror] = time;
  }
  const auto count = drawn(1, 9);
  for (int i = 0; i < count; ++i) {
    Need need{dossier(i), drawn(1, 4), {}};
    for (const auto& juror : all)
      if (drawn(0, 5) > 0) need.candidates.push_back({juror, drawn(0, 3) == 0});
    situation.needs.push_back(std::move(need));
  }
  return situation;
}

/// What is to be as small as possible: the squares of the loads first, then misfits.
struct Total {
  std::int64_t squares = 0;
  std::int64_t misfits = 0;
  friend bool operator==(const Total&, const Total&) = default;
};

Total total_of(const Situation& situation, const std::vector<facts::Assignment>& assignments) {
  Total total;
  auto loads = situation.times;
  for (const auto& [dossier, juror] : assignments) {
    ++loads[juror].load;
    for (const auto& need : situation.needs)
      for (const auto& candidate : need.candidates)
        if (need.dossier == dossier && candidate.juror == juror && !candidate.fits) ++total.misfits;
  }
  for (const auto& [juror, time] : loads) total.squares += time.load * time.load;
  return total;
}

using Cost = std::uint64_t;
using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Edge = Traits::edge_descriptor;
using Graph = boost::adjacency_list<
    boost::vecS, boost::vecS, boost::directedS, boost::no_property,
    boost::property<boost::edge_capacity_t, std::int64_t,
                    boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                    boost::property<boost::edge_reverse_t, Edge,
                                                    boost::property<boost::edge_weight_t, Cost>>>>>;

/// The same problem as a whole graph, for Boost: every dossier, juror and seat in it.
class WholeGraph {
 public:
  explicit WholeGraph(const Situation& situation) {
    std::map<core::AccountId, std::size_t> vertices;
    for (const auto& [juror, time] : situation.times) vertices[juror] = boost::add_vertex(graph_);
    for (const auto& need : situation.needs) {
      const auto dossier = boost::add_vertex(graph_);
      connect(source_, dossier, need.jurors, 0);
      for (const auto& [juror, fits] : need.candidates)
        choices_.emplace_back(facts::Assignment{need.dossier, juror},
                              connect(dossier, vertices[juror], 1, fits ? 0 : 1));
    }
    constexpr Cost load = 1000;
    for (const auto& [juror, time] : situation.times)
      for (auto had = time.load; had < std::min<std::int64_t>(time.most, time.load + 8); ++had)
        connect(vertices[juror], sink_, 1, load * static_cast<Cost>(2 * had + 1));
  }

  std::vector<facts::Assignment> solve() {
    boost::successive_shortest_path_nonnegative_weights(graph_, source_, sink_);
    const auto unused = boost::get(boost::edge_residual_capacity, graph_);
    std::vector<facts::Assignment> chosen;
    for (const auto& [assignment, edge] : choices_)
      if (unused[edge] == 0) chosen.push_back(assignment);
    return chosen;
  }

 private:
  Edge connect(std::size_t from, std::size_t to, std::int64_t capacity, Cost cost) {
    const Edge forth = boost::add_edge(from, to, graph_).first;
    const Edge back = boost::add_edge(to, from, graph_).first;
    boost::put(boost::edge_capacity, graph_, forth, capacity);
    boost::put(boost::edge_capacity, graph_, back, 0);
    boost::put(boost::edge_weight, graph_, forth, cost);
    boost::put(boost::edge_weight, graph_, back, Cost{0} - cost);
    boost::put(boost::edge_reverse, graph_, forth, back);
    boost::put(boost::edge_reverse, graph_, back, forth);
    return forth;
  }

  Graph graph_;
  std::size_t source_ = boost::add_vertex(graph_);
  std::size_t sink_ = boost::add_vertex(graph_);
  std::vector<std::pair<facts::Assignment, Edge>> choices_;
};

std::int64_t seats(const Situation& situation) {
  std::int64_t seats = 0;
  for (const auto& need : situation.needs) seats += need.jurors;
  return seats;
}

RC_GTEST_PROP(PanelAssignmentLaw, CostsWhatBoostsMinimumCostFlowCosts, ()) {
  const auto situation = any_situation();
  const auto ours = assign(situation.needs, situation.times, "5eed");
  const auto theirs = WholeGraph(situation).solve();
  RC_ASSERT(ours.has_value() == (std::ssize(theirs) == seats(situation)));
  if (ours) RC_ASSERT(total_of(situation, *ours) == total_of(situation, theirs));
}

RC_GTEST_PROP(PanelAssignmentLaw, IsTheSameInAnyOrder, ()) {
  const auto situation = any_situation();
  auto shuffled = situation.needs;
  std::mt19937 random(static_cast<unsigned>(drawn(0, 1000)));
  std::ranges::shuffle(shuffled, random);
  for (auto& need : shuffled) std::ranges::shuffle(need.candidates, random);
  const auto first = assign(situation.needs, situation.times, "5eed");
  const auto second = assign(shuffled, situation.times, "5eed");
  RC_ASSERT(first.has_value() == second.has_value());
  if (first)
    RC_ASSERT(*first == *second);
  else
    RC_ASSERT(first.error().pt == second.error().pt);
}

RC_GTEST_PROP(PanelAssignmentLaw, MeetsEveryNeedByItsCandidatesWithinTheirTime, ()) {
  const auto situation = any_situation();
  const auto assigned = assign(situation.needs, situation.times, "5eed");
  if (!assigned) return;
  std::set<facts::Assignment> possible;
  for (const auto& need : situation.needs) {
    for (const auto& candidate : need.candidates) possible.insert({need.dossier, candidate.juror});
    RC_ASSERT(std::ranges::count(*assigned, need.dossier, &facts::Assignment::dossier) ==
              need.jurors);
  }
  for (const auto& one : *assigned) RC_ASSERT(possible.contains(one));
  for (const auto& [juror, load] : loads(*assigned)) {
    const auto& time = situation.times.at(juror);
    RC_ASSERT(time.load + load <= time.most);
  }
}

}  // namespace
