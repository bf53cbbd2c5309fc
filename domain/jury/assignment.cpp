#include "domain/jury/assignment.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/successive_shortest_path_nonnegative_weights.hpp>
#include <string>
#include <utility>

#include "domain/core/assert.hpp"

namespace jury {
namespace {

/// Unsigned, because the search adds up distances of vertices out of reach, which has to wrap
/// around and not overflow.
using Cost = std::uint64_t;
using Traits = boost::adjacency_list_traits<boost::vecS, boost::vecS, boost::directedS>;
using Vertex = Traits::vertex_descriptor;
using Edge = Traits::edge_descriptor;
using EdgeProperties =
    boost::property<boost::edge_capacity_t, std::int64_t,
                    boost::property<boost::edge_residual_capacity_t, std::int64_t,
                                    boost::property<boost::edge_reverse_t, Edge,
                                                    boost::property<boost::edge_weight_t, Cost>>>>;
using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS, boost::no_property,
                                    EdgeProperties>;

/// Minimum-cost flow from the dossiers' needs over their candidates to the jurors' time, where a
/// juror's n-th dossier costs n.
class Network {
 public:
  Network(const std::vector<Need>& needs, const Load& load) {
    for (const auto& need : needs) {
      const Vertex dossier = boost::add_vertex(graph_);
      connect(source_, dossier, need.jurors, 0);
      for (const auto& candidate : need.candidates)
        choices_.emplace_back(facts::Assignment{need.dossier, candidate},
                              connect(dossier, vertex_of(candidate), 1, 0));
    }
    for (const auto& [juror, vertex] : jurors_) {
      const auto had = load.contains(juror) ? load.at(juror) : 0;
      for (std::size_t next = 0; next < needs.size(); ++next)
        connect(vertex, sink_, 1, static_cast<Cost>(had) + next);
    }
  }

  [[nodiscard]] std::vector<facts::Assignment> solve() {
    boost::successive_shortest_path_nonnegative_weights(graph_, source_, sink_);
    const auto unused = boost::get(boost::edge_residual_capacity, graph_);
    std::vector<facts::Assignment> chosen;
    for (const auto& [assignment, edge] : choices_)
      if (unused[edge] == 0) chosen.push_back(assignment);
    return chosen;
  }

 private:
  Vertex vertex_of(const core::AccountId& juror) {
    const auto [place, is_new] = jurors_.try_emplace(juror);
    if (is_new) place->second = boost::add_vertex(graph_);
    return place->second;
  }

  Edge connect(Vertex from, Vertex to, std::int64_t capacity, Cost cost) {
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
  Vertex source_ = boost::add_vertex(graph_);
  Vertex sink_ = boost::add_vertex(graph_);
  std::map<core::AccountId, Vertex> jurors_;
  std::vector<std::pair<facts::Assignment, Edge>> choices_;
};

void put_in_order(std::vector<Need>& needs) {
  std::ranges::sort(needs, {}, &Need::dossier);
  for (auto& need : needs) std::ranges::sort(need.candidates);
}

/// Jurors have no limit of their own, so one dossier never takes a juror away from another.
core::Result<void> check_feasible(const std::vector<Need>& needs) {
  std::string missing;
  for (const auto& need : needs) {
    const auto lacking = need.jurors - std::ssize(need.candidates);
    if (lacking <= 0) continue;
    missing += (missing.empty() ? "" : "; ") + need.dossier.text() + ": " + std::to_string(lacking);
  }
  if (missing.empty()) return {};
  return core::fail(core::error_of(
      core::ErrorKind::Conflict, "assignment-infeasible",
      "Faltam jurados que tenham respondido não ter impedimento. Em falta, por candidatura: " +
          missing + ".",
      "There are too few jurors who have answered that they have no conflict. Missing, by "
      "dossier: " +
          missing + "."));
}

}  // namespace

core::Result<std::vector<facts::Assignment>> assign(std::vector<Need> needs, const Load& load) {
  put_in_order(needs);
  if (auto feasible = check_feasible(needs); !feasible) return core::fail(feasible.error());
  auto assignments = Network(needs, load).solve();
  std::int64_t needed = 0;
  for (const auto& need : needs) needed += need.jurors;
  core::ensure(std::ssize(assignments) == needed, "every need that can be met is met");
  return assignments;
}

}  // namespace jury
