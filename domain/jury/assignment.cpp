#include "domain/jury/assignment.hpp"

#include <algorithm>
#include <bit>
#include <set>
#include <string>
#include <utility>

#include "domain/core/text.hpp"
#include "domain/jury/exchange.hpp"

namespace jury {
namespace {

using Cost = Exchange::Cost;

/// A number that looks like any other and is always the same: FNV-1a, finished as splitmix64 is.
std::uint64_t mixed(std::initializer_list<std::string_view> texts) {
  std::uint64_t hash = 0xcbf29ce484222325;
  const auto add = [&](unsigned char byte) { hash = (hash ^ byte) * 0x100000001b3; };
  for (const auto text : texts) {
    for (const char letter : text) add(static_cast<unsigned char>(letter));
    add(0);
  }
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
  return hash ^ (hash >> 31);
}

/// What counts first weighs more than all that counts after it, summed over all seats.
struct Weights {
  static constexpr Cost ties = 1024;  ///< of the seed, from 0 to below this
  Cost misfit = 0;
  Cost load = 0;

  explicit Weights(Cost seats) : misfit(ties * (seats + 1)), load((misfit + ties) * (seats + 1)) {}
};

/// Dossiers and jurors by number, which follows their ids.
class Table {
 public:
  Table(std::vector<Need> needs, const Times& times, std::string_view seed)
      : needs_(std::move(needs)) {
    std::ranges::sort(needs_, {}, [](const Need& need) {
      return std::pair(need.dossier,
                       need.candidates.empty() ? core::AccountId() : first_of(need.candidates));
    });
    std::set<core::AccountId> ids;
    for (const auto& need : needs_)
      for (const auto& candidate : need.candidates) ids.insert(candidate.juror);
    jurors_.assign(ids.begin(), ids.end());
    for (const auto& juror : jurors_)
      times_.push_back(times.contains(juror) ? times.at(juror) : Time{});
    seat_all(seed);
  }

  [[nodiscard]] core::Result<std::vector<facts::Assignment>> answer() const;

 private:
  static core::AccountId first_of(const std::vector<Candidate>& candidates) {
    return std::ranges::min(candidates, {}, &Candidate::juror).juror;
  }
  [[nodiscard]] std::size_t number_of(const core::AccountId& juror) const {
    return static_cast<std::size_t>(std::ranges::lower_bound(jurors_, juror) - jurors_.begin());
  }
  [[nodiscard]] Cost seats() const {
    Cost seats = 0;
    for (const auto& need : needs_) seats += need.jurors;
    return seats;
  }
  [[nodiscard]] std::vector<Cost> costs_of(const Need& need, const Weights& weights,
                                           std::string_view seed) const {
    std::vector<Cost> costs(jurors_.size(), Exchange::impossible);
    for (const auto& [juror, fits] : need.candidates)
      costs[number_of(juror)] =
          (fits ? 0 : weights.misfit) +
          static_cast<Cost>(mixed({seed, need.dossier.text(), juror.text()}) % Weights::ties);
    return costs;
  }
  void seat_all(std::string_view seed) {
    const Weights weights(seats());
    exchange_ = Exchange(times_, weights.load);
    for (const auto& need : needs_) {
      const auto dossier = exchange_.add(costs_of(need, weights, seed));
      auto lacking = need.jurors;
      while (lacking > 0 && exchange_.seat(dossier)) --lacking;
      lacking_.push_back(std::max<std::int64_t>(lacking, 0));
    }
  }
  [[nodiscard]] core::Error infeasible() const;
  [[nodiscard]] std::pair<std::string, std::string> cut(
      const std::vector<std::size_t>& lacking) const;

  std::vector<Need> needs_;
  std::vector<core::AccountId> jurors_;
  std::vector<Time> times_;
  Exchange exchange_{{}, 0};
  std::vector<std::int64_t> lacking_;  ///< by dossier
};

core::Result<std::vector<facts::Assignment>> Table::answer() const {
  if (std::ranges::any_of(lacking_, std::identity())) return core::fail(infeasible());
  std::vector<facts::Assignment> chosen;
  for (std::size_t i = 0; i < needs_.size(); ++i)
    for (const auto juror : exchange_.jurors_of(i))
      chosen.push_back({needs_[i].dossier, jurors_[juror]});
  std::ranges::sort(chosen);
  return chosen;
}

/// "a, b, c", and how many more where there are many.
std::string listed(const std::vector<std::string>& names, const std::string& more) {
  constexpr std::size_t most = 30;
  std::string list;
  for (std::size_t i = 0; i < std::min(names.size(), most); ++i)
    list += (i == 0 ? "" : ", ") + names[i];
  if (names.size() > most) list += " " + more + " " + std::to_string(names.size() - most);
  return list;
}

core::Error Table::infeasible() const {
  std::vector<std::string> names;
  std::vector<std::size_t> numbers;
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    if (lacking_[i] == 0) continue;
    names.push_back(needs_[i].dossier.text() + ": " + std::to_string(lacking_[i]));
    numbers.push_back(i);
  }
  const auto [pt, en] = cut(numbers);
  return core::error_of(
      core::ErrorKind::Conflict, "assignment-infeasible",
      "Faltam jurados que tenham respondido não ter impedimento e que ainda tenham tempo. Em "
      "falta, por candidatura: " +
          listed(names, "e mais") + "." + pt,
      "There are too few jurors who have answered that they have no conflict and who have time. "
      "Missing, by dossier: " +
          listed(names, "and") + "." + en);
}

/// Which dossiers need more of which jurors than those have time for; nothing where no juror is
/// short of time.
std::pair<std::string, std::string> Table::cut(const std::vector<std::size_t>& lacking) const {
  const auto reached = exchange_.reach(lacking);
  std::vector<std::string> dossiers;
  std::vector<std::string> jurors;
  std::int64_t time = 0;
  for (std::size_t j = 0; j < jurors_.size(); ++j) {
    if (!reached.jurors[j]) continue;
    jurors.push_back(jurors_[j].text());
    time += std::max<std::int64_t>(times_[j].most - times_[j].load, 0);
  }
  if (jurors.empty()) return {};
  std::int64_t needed = 0;
  for (std::size_t i = 0; i < needs_.size(); ++i) {
    if (!reached.dossiers[i]) continue;
    dossiers.push_back(needs_[i].dossier.text());
    needed += needs_[i].jurors - std::ranges::count_if(needs_[i].candidates, [&](const auto& one) {
                return !reached.jurors[number_of(one.juror)];
              });
  }
  const auto needs = std::to_string(needed);
  const auto has = std::to_string(time);
  return {" Estas candidaturas precisam de " + needs +
              " avaliações destes jurados, que só têm "
              "tempo para " +
              has + ": candidaturas " + listed(dossiers, "e mais") + "; jurados " +
              listed(jurors, "e mais") + ".",
          " These dossiers need " + needs + " evaluations by these jurors, who have time for " +
              has + ": dossiers " + listed(dossiers, "and") + "; jurors " + listed(jurors, "and") +
              "."};
}

}  // namespace

core::Result<std::vector<facts::Assignment>> assign(std::vector<Need> needs, const Times& times,
                                                    std::string_view seed) {
  return Table(std::move(needs), times, seed).answer();
}

}  // namespace jury
