#include <algorithm>
#include <map>
#include <set>

#include "domain/core/assert.hpp"
#include "domain/jury/evaluation.hpp"
#include "server/demonstration/chance.hpp"
#include "server/demonstration/full_edition.hpp"
#include "server/demonstration/invented_dossier.hpp"

namespace server {
namespace {

using namespace std::chrono_literals;

using ByJuror = std::map<core::AccountId, std::vector<core::DossierId>>;

ByJuror by_juror(const Assignments& assigned) {
  ByJuror dossiers;
  for (const auto& [dossier, juror] : assigned) dossiers[juror].push_back(dossier);
  for (auto& [juror, list] : dossiers) std::ranges::sort(list);
  return dossiers;
}

std::set<core::AccountId> jurors_of(const core::DossierId& dossier, const Assignments& assigned) {
  std::set<core::AccountId> jurors;
  for (const auto& assignment : assigned)
    if (assignment.dossier == dossier) jurors.insert(assignment.juror);
  return jurors;
}

/// About what the dossier is worth, as a part of 100; the twins are the same to everybody.
std::int64_t opinion(const Applicant& applicant, const core::AccountId& juror,
                     const core::CriterionId& criterion) {
  if (applicant.twin) return Chance("twins " + criterion.text()).between(60, 90);
  const auto& dossier = applicant.dossier.text();
  const auto worth = Chance("worth " + dossier).between(35, 95);
  const auto severity = Chance("severity " + juror.text()).between(-7, 7);
  const auto taste = Chance(dossier + juror.text() + criterion.text()).between(-12, 12);
  return std::clamp<std::int64_t>(worth + severity + taste, 0, 100);
}

std::vector<jury::Mark> marks_of(const FullEdition& full, const core::DossierId& dossier,
                                 const core::AccountId& juror) {
  const auto& applicant = full.cast.of(dossier);
  const bool on_paper = !applicant.invented || applicant.twin || prints(applicant.entity.code);
  Chance chance("comments " + dossier.text() + juror.text());
  std::vector<jury::Mark> marks;
  for (const auto& section : full.rules.sections)
    for (const auto& criterion : section.criteria) {
      auto& mark = marks.emplace_back(jury::Mark{criterion.id, std::nullopt, std::nullopt});
      if (criterion.may_not_apply && !on_paper) continue;
      const auto range = section.scale.maximum - section.scale.minimum;
      mark.value =
          section.scale.minimum + (opinion(applicant, juror, criterion.id) * range + 50) / 100;
      if (chance.one_in(8)) mark.comment = chance.of(full.words.comments);
    }
  return marks;
}

/// One juror's evaluations, at even distances in the time given; `ends` says how each ends.
enum class End { Sealed, Scored, Untouched };

template <class Ends>
void judge(const FullEdition& full, const core::AccountId& juror,
           const std::vector<core::DossierId>& dossiers, core::Instant from,
           std::chrono::minutes time, Ends ends, Steps& steps) {
  for (std::size_t i = 0; i < dossiers.size(); ++i) {
    const auto end = ends(i);
    if (end == End::Untouched) continue;
    const auto at = later(from, time * i / dossiers.size());
    steps.push_back(
        {at, juror, jury::ScoreDossier{dossiers[i], juror, marks_of(full, dossiers[i], juror)}});
    if (end == End::Sealed)
      steps.push_back({later(at, 20min), juror, jury::SealEvaluation{dossiers[i], juror}});
  }
}

}  // namespace

Unusual unusual_dossiers(const FullEdition& full, const Assignments& assigned) {
  std::vector<core::DossierId> found;
  for (const auto* applicant : full.cast.judged())
    if (applicant->invented && !applicant->twin &&
        !jurors_of(applicant->dossier, assigned).contains(full.cast.leaver().account))
      found.push_back(applicant->dossier);
  core::ensure(found.size() >= 5, "the leaver judges few dossiers");
  return {found[0], found[1], found[2], found[3], found[4]};
}

Steps round_steps(const FullEdition& full, const Assignments& assigned) {
  const auto forgotten = unusual_dossiers(full, assigned).forgotten;
  const auto forgetful = jurors_of(forgotten, assigned);
  const auto second = *std::next(forgetful.begin());
  Steps steps;
  std::vector<core::DossierId> left;
  for (const auto& [juror, dossiers] : by_juror(assigned)) {
    const auto half = dossiers.size() / 2;
    const bool leaves = juror == full.cast.leaver().account;
    const auto ends = [&, &dossiers = dossiers, &juror = juror](std::size_t i) {
      if (leaves && i >= half) return i == half ? End::Scored : End::Untouched;
      const bool forgets = dossiers[i] == forgotten && juror <= second;
      return forgets ? End::Scored : End::Sealed;
    };
    const auto time = leaves ? std::chrono::days(40) : std::chrono::days(42);
    judge(full, juror, dossiers, instant("2021-07-14T08:00:00Z"), time, ends, steps);
    if (leaves) left.assign(dossiers.begin() + static_cast<std::ptrdiff_t>(half), dossiers.end());
  }
  replace_leaver(full, left, steps);
  return steps;
}

Steps second_round_steps(const FullEdition& full, const Assignments& assigned) {
  Steps steps;
  for (const auto& [juror, dossiers] : by_juror(assigned))
    judge(
        full, juror, dossiers, instant("2021-08-30T08:00:00Z"), std::chrono::days(11),
        [](std::size_t) { return End::Sealed; }, steps);
  return steps;
}

}  // namespace server
