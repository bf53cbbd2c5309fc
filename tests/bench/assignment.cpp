#include <algorithm>
#include <map>
#include <random>
#include <ranges>
#include <tuple>

#include "domain/core/assert.hpp"
#include "domain/jury/assignment.hpp"
#include "tests/bench/benchmarks.hpp"

namespace bench {
namespace {

using jury::Need;
using jury::Times;

constexpr std::size_t dossiers = 3'567;  // every municipality and parish there is
constexpr std::size_t jurors = 60;
constexpr std::int64_t jurors_of_a_dossier = 5;

core::AccountId juror(std::size_t number) {
  return core::AccountId("jurado-" + std::to_string(number));
}

/// A juror in fifty has a conflict; a quarter of the dossiers is about a juror's area.
std::vector<Need> needs() {
  std::mt19937_64 random(1);
  std::vector<Need> all;
  for (std::size_t i = 0; i < dossiers; ++i) {
    Need need{core::DossierId("2021-" + std::to_string(i)), jurors_of_a_dossier, {}};
    for (std::size_t j = 0; j < jurors; ++j)
      if (random() % 50 != 0) need.candidates.push_back({juror(j), random() % 4 == 0});
    all.push_back(std::move(need));
  }
  return all;
}

/// Half of the jurors have a limit, which is little above the even share.
Times limits() {
  Times times;
  for (std::size_t j = 0; j < jurors; j += 2) times[juror(j)].most = 300;
  return times;
}

/// The peer: each dossier in turn takes those of its candidates with the fewest dossiers, and among
/// equals those whom it fits.
std::vector<facts::Assignment> greedy(std::vector<Need> needs, Times times) {
  std::vector<facts::Assignment> chosen;
  for (auto& need : needs) {
    const auto taken = need.candidates.begin() + need.jurors;
    std::ranges::partial_sort(need.candidates, taken, {}, [&](const jury::Candidate& candidate) {
      const auto& time = times[candidate.juror];
      return std::tuple(!time.left(), time.load, !candidate.fits);
    });
    for (auto one = need.candidates.begin(); one != taken; ++one) {
      ++times[one->juror].load;
      chosen.push_back({need.dossier, one->juror});
    }
  }
  return chosen;
}

double fitting_part(const std::vector<Need>& needs, std::vector<facts::Assignment> chosen) {
  std::ranges::sort(chosen);
  std::size_t fitting = 0;
  for (const auto& need : needs)
    for (const auto& candidate : need.candidates)
      if (candidate.fits &&
          std::ranges::binary_search(chosen, facts::Assignment{need.dossier, candidate.juror}))
        ++fitting;
  return static_cast<double>(fitting) / static_cast<double>(chosen.size());
}

/// How many dossiers the busiest has more than the idlest.
double spread(const std::vector<facts::Assignment>& chosen) {
  std::map<core::AccountId, std::int64_t> loads;
  for (const auto& one : chosen) ++loads[one.juror];
  const auto [least, most] = std::ranges::minmax(std::views::values(loads));
  return static_cast<double>(most - least);
}

}  // namespace

Report assignment(const Settings& settings) {
  const auto wanted = needs();
  const auto times = limits();
  std::vector<facts::Assignment> ours;
  std::vector<facts::Assignment> theirs;
  const auto samples = interleaved(settings.rounds(), {[&] {
                                                         const Stopwatch watch;
                                                         ours =
                                                             assign(wanted, times, "5eed").value();
                                                         return watch.seconds();
                                                       },
                                                       [&] {
                                                         const Stopwatch watch;
                                                         theirs = greedy(wanted, times);
                                                         return watch.seconds();
                                                       }});
  core::ensure(ours.size() == dossiers * jurors_of_a_dossier, "every dossier has its jurors");
  const std::string peer = "greedy, least loaded first";
  Report report{"assignment", {}};
  report.figures.push_back({"assignment of 3567 dossiers to 60 jurors, 5 each", "s", samples[0],
                            Peer{peer, samples[1]}, at_most(2)});
  report.figures.push_back({"dossiers that fit the juror's area",
                            "of 1",
                            {fitting_part(wanted, ours)},
                            Peer{peer, {fitting_part(wanted, theirs)}}});
  report.figures.push_back(
      {"busiest juror above the idlest", "dossiers", {spread(ours)}, Peer{peer, {spread(theirs)}}});
  return report;
}

}  // namespace bench
