#include "projections/comments.hpp"

#include <algorithm>

#include "projections/editions.hpp"
#include "projections/jury_desk.hpp"

namespace projections {
namespace {

std::vector<EvaluationRow> sealed_evaluations(const eventstore::RowView& view,
                                              const core::DossierId& dossier) {
  std::vector<EvaluationRow> found;
  for (const auto& juror : jurors_of(view, dossier))
    if (auto row = evaluation_of(view, dossier, juror); row.sealed) found.push_back(std::move(row));
  return found;
}

std::vector<JurorComment> comments_in(const std::vector<EvaluationRow>& evaluations,
                                      const core::CriterionId& criterion) {
  std::vector<JurorComment> found;
  for (const auto& row : evaluations) {
    const auto mark = std::ranges::find(row.marks, criterion, &jury::Mark::criterion);
    if (mark == row.marks.end() || !mark->has_comment()) continue;
    const bool released = std::ranges::find(row.released, criterion) != row.released.end();
    found.push_back({row.juror, mark->comment->text(), released});
  }
  return found;
}

}  // namespace

std::optional<DossierComments> comments_on(const Views& views, const core::DossierId& dossier) {
  const auto edition = find_edition(*views.view("editions"), core::edition_of(dossier));
  if (!edition) return std::nullopt;
  const auto evaluations = sealed_evaluations(*views.view("jury_desk"), dossier);
  DossierComments found{dossier, {}};
  for (const auto& section : edition->regulation.sections)
    for (const auto& criterion : section.criteria)
      if (auto comments = comments_in(evaluations, criterion.id); !comments.empty())
        found.criteria.push_back(
            {section.section, criterion.id, criterion.title, std::move(comments)});
  return found;
}

std::vector<ReleasedComments> released(const DossierComments& comments) {
  std::vector<ReleasedComments> found;
  for (const auto& one : comments.criteria) {
    ReleasedComments shown{one.section, one.criterion, one.title, {}};
    for (const auto& comment : one.comments)
      if (comment.released) shown.comments.push_back(comment.text);
    std::ranges::sort(shown.comments);
    if (!shown.comments.empty()) found.push_back(std::move(shown));
  }
  return found;
}

}  // namespace projections
