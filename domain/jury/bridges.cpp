#include "domain/jury/bridges.hpp"

#include <algorithm>
#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/connected_components.hpp>
#include <map>
#include <tuple>

namespace jury {
namespace {

using Graph = boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS>;

/// Who is in which group; whoever has no dossier, or no juror, is in none.
class Groups {
 public:
  explicit Groups(const std::vector<facts::Assignment>& assignments) {
    for (const auto& [dossier, juror] : assignments)
      boost::add_edge(vertex_of(dossiers_, dossier), vertex_of(jurors_, juror), graph_);
    groups_.resize(boost::num_vertices(graph_));
    count_ = boost::connected_components(graph_, groups_.data());
  }

  [[nodiscard]] std::int64_t count() const { return count_; }
  [[nodiscard]] bool parts(const facts::Assignment& pair) const {
    return dossiers_.contains(pair.dossier) && jurors_.contains(pair.juror) &&
           groups_[dossiers_.at(pair.dossier)] != groups_[jurors_.at(pair.juror)];
  }
  void join(const facts::Assignment& pair) {
    const auto kept = groups_[dossiers_.at(pair.dossier)];
    std::ranges::replace(groups_, int{groups_[jurors_.at(pair.juror)]}, kept);
  }

 private:
  template <class Id>
  std::size_t vertex_of(std::map<Id, std::size_t>& vertices, const Id& id) {
    const auto [place, is_new] = vertices.try_emplace(id);
    if (is_new) place->second = boost::add_vertex(graph_);
    return place->second;
  }

  Graph graph_;
  std::map<core::DossierId, std::size_t> dossiers_;
  std::map<core::AccountId, std::size_t> jurors_;
  std::vector<int> groups_;
  std::int64_t count_ = 0;
};

}  // namespace

Bridges bridges(const std::vector<facts::Assignment>& assignments,
                std::vector<facts::Assignment> possible, Times times) {
  Groups groups(assignments);
  Bridges found{groups.count(), {}};
  for (auto apart = found.groups; apart > 1; --apart) {
    std::erase_if(possible, [&](const facts::Assignment& pair) {
      return !groups.parts(pair) || !times[pair.juror].left();
    });
    if (possible.empty()) break;
    const auto chosen = std::ranges::min(possible, {}, [&](const facts::Assignment& pair) {
      return std::tuple(times[pair.juror].load, pair.dossier, pair.juror);
    });
    ++times[chosen.juror].load;
    groups.join(chosen);
    found.proposals.push_back(chosen);
  }
  return found;
}

}  // namespace jury
