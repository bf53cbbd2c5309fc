#include <utility>

#include "projections/editions.hpp"
#include "projections/jury_desk.hpp"
#include "projections/jury_desk_keys.hpp"

namespace projections {
namespace {

using namespace jury;

/// For who sits there too.
std::vector<std::string> names_of_panel(const eventstore::RowView& view,
                                        const core::EditionId& edition,
                                        const core::AccountId& asking) {
  std::vector<std::string> names;
  bool sits = false;
  for (auto& row : rows_under<JurorRow>(view, row_key({"juror", edition.text(), ""}))) {
    if (row.left) continue;
    sits = sits || row.juror == asking;
    names.push_back(std::move(row.juror_name));
  }
  return sits ? names : std::vector<std::string>();
}

}  // namespace

Progress progress_of(const EvaluationRow& evaluation) {
  if (evaluation.sealed) return Progress::Sealed;
  return evaluation.version == 0 ? Progress::NotStarted : Progress::InProgress;
}

Desk desk_of(const Views& views, const core::EditionId& edition, const core::AccountId& juror) {
  const auto view = views.view("jury_desk");
  const auto entities = views.view("entities");
  const auto own = [&](std::string_view kind) {
    return row_key({kind, edition.text(), juror.text(), ""});
  };
  const auto entity = [&](const core::DossierId& dossier) {
    return named_entity(*entities, core::entity_of(dossier));
  };
  const auto is_withdrawn = [&](const core::DossierId& dossier) {
    return view->get(key_of_withdrawal(dossier)).has_value();
  };
  const auto opened = find_edition(*views.view("editions"), edition);
  const auto rules = opened ? opened->regulation : regulation::Regulation();
  Desk desk;
  desk.edition = edition;
  for (auto& conflict : rows_under<ConflictRow>(*view, own("conflict")))
    if (!is_withdrawn(conflict.dossier))
      desk.conflicts.push_back({entity(conflict.dossier), std::move(conflict)});
  if (regulation::seen_by_jurors(rules).other_jurors)
    desk.panel = names_of_panel(*view, edition, juror);
  for (const auto& pair : rows_under<Pairing>(*view, own("assignment"))) {
    if (is_withdrawn(pair.dossier)) continue;
    auto evaluation = evaluation_of(*view, pair.dossier, juror);
    auto state = completeness(rules, evaluation.marks);
    desk.assignments.push_back({entity(pair.dossier), pair.dossier, progress_of(evaluation),
                                std::move(evaluation.marks), std::move(state),
                                find_row<ReopenedRow>(*view, key_of_reopening(pair.dossier))});
  }
  return desk;
}

std::vector<ConflictRow> conflicts_of(const eventstore::RowView& view,
                                      const core::EditionId& edition) {
  return rows_under<ConflictRow>(view, row_key({"conflict", edition.text(), ""}));
}

std::set<core::DossierId> impeded_in(const eventstore::RowView& view,
                                     const core::EditionId& edition, const core::AccountId& juror) {
  std::set<core::DossierId> impeded;
  for (const auto& one :
       rows_under<ConflictRow>(view, row_key({"conflict", edition.text(), juror.text(), ""})))
    if (is_conflict(one.state)) impeded.insert(one.dossier);
  return impeded;
}

std::vector<core::AccountId> jurors_of(const eventstore::RowView& view,
                                       const core::DossierId& dossier) {
  std::vector<core::AccountId> jurors;
  if (view.get(key_of_withdrawal(dossier))) return jurors;
  for (auto& pair : rows_under<Pairing>(view, row_key({"judge", dossier.text(), ""})))
    jurors.push_back(std::move(pair.juror));
  return jurors;
}

bool judges(const eventstore::RowView& view, const core::DossierId& dossier,
            const core::AccountId& juror) {
  return view.get(key_of_judge(dossier, juror)) && !view.get(key_of_withdrawal(dossier));
}

std::vector<EvaluationRow> evaluations_in(const eventstore::RowView& view,
                                          const core::EditionId& edition) {
  return rows_under<EvaluationRow>(view, row_key({"evaluation", edition.text(), ""}));
}

EvaluationRow evaluation_of(const eventstore::RowView& view, const core::DossierId& dossier,
                            const core::AccountId& juror) {
  return find_row<EvaluationRow>(view, key_of("evaluation", dossier, juror))
      .value_or(EvaluationRow{dossier, juror, {}, {}, {}});
}

std::optional<WholeEvaluation> whole_evaluation(const Views& views, const core::DossierId& dossier,
                                                const core::AccountId& juror) {
  const auto edition = find_edition(*views.view("editions"), core::edition_of(dossier));
  if (!edition) return std::nullopt;
  auto evaluation = evaluation_of(*views.view("jury_desk"), dossier, juror);
  auto state = completeness(edition->regulation, evaluation.marks);
  return WholeEvaluation{std::move(evaluation), std::move(state)};
}

}  // namespace projections
