#include "projections/jury_desk.hpp"

#include <algorithm>
#include <utility>

#include "domain/awards/complaint_events.hpp"
#include "domain/awards/outcome_events.hpp"
#include "domain/dossiers/dossier_events.hpp"
#include "projections/jury_desk_keys.hpp"

namespace projections {
namespace {

using namespace jury;
using core::Recorded;

/// What was last computed could not rank.
struct UnrankedRow {
  std::vector<core::DossierId> dossiers;
  FIELDS(dossiers)
};

ConflictRow conflict_row(const Rows& rows, const core::DossierId& dossier,
                         const core::AccountId& juror) {
  auto row = rows.find<ConflictRow>(key_of("conflict", dossier, juror));
  if (row) return *std::move(row);
  ConflictRow unasked;
  unasked.dossier = dossier;
  unasked.juror = juror;
  return unasked;
}

void put(Rows& rows, ConflictRow row, ConflictState state, const Recorded& recorded) {
  row.state = state;
  row.since = recorded.recorded_at;
  rows.put_record(key_of("conflict", row.dossier, row.juror), row);
}

void assign(Rows& rows, const Pairing& pair) {
  rows.put_record(key_of("assignment", pair.dossier, pair.juror), pair);
  rows.put_record(key_of_judge(pair.dossier, pair.juror), pair);
}

void end_assignment(Rows& rows, const core::DossierId& dossier, const core::AccountId& juror) {
  rows.erase(key_of("assignment", dossier, juror));
  rows.erase(key_of_judge(dossier, juror));
}

void ask(const ConflictsAsked& e, const Recorded& recorded, Rows& rows) {
  for (const auto& dossier : e.dossiers)
    for (const auto& juror : e.jurors)
      if (!rows.get(key_of("conflict", dossier, juror)))
        put(rows, conflict_row(rows, dossier, juror), ConflictState::Asked, recorded);
}

void deny(const ConflictDenied& e, const Recorded& recorded, Rows& rows) {
  auto row = conflict_row(rows, e.dossier, e.juror);
  row.note = e.note;
  put(rows, std::move(row), ConflictState::None, recorded);
}

void declare(const ConflictDeclared& e, const Recorded& recorded, Rows& rows) {
  auto row = conflict_row(rows, e.dossier, e.juror);
  row.kind = e.kind;
  row.note = e.note;
  put(rows, std::move(row), ConflictState::Declared, recorded);
  end_assignment(rows, e.dossier, e.juror);
}

void impose(const ConflictImposed& e, const Recorded& recorded, Rows& rows) {
  auto row = conflict_row(rows, e.dossier, e.juror);
  row.imposed_by = e.by;
  row.reason = e.reason;
  row.decided_by = recorded.actor;
  put(rows, std::move(row), ConflictState::Imposed, recorded);
  end_assignment(rows, e.dossier, e.juror);
}

void waive(const ConflictWaived& e, const Recorded& recorded, Rows& rows) {
  auto row = conflict_row(rows, e.dossier, e.juror);
  row.waiver_reason = e.reason;
  row.decided_by = recorded.actor;
  put(rows, std::move(row), ConflictState::Waived, recorded);
}

/// Changes the evaluation's row, which begins with its first event.
template <class E, class Change>
void evaluate(const E& e, const Recorded& recorded, Rows& rows, Change change) {
  const auto key = key_of("evaluation", e.dossier, e.juror);
  auto row = rows.find<EvaluationRow>(key).value_or(EvaluationRow{e.dossier, e.juror, {}, {}, {}});
  change(row);
  row.version = recorded.version;
  rows.put_record(key, row);
}

/// Answers what it was before, where that was something else. Another comment is not released.
ChangedMark replace(EvaluationRow& row, const Mark& mark) {
  const auto earlier = std::ranges::find(row.marks, mark.criterion, &Mark::criterion);
  if (earlier != row.marks.end()) {
    if (earlier->comment != mark.comment) std::erase(row.released, mark.criterion);
    return {std::exchange(*earlier, mark), mark};
  }
  row.marks.push_back(mark);
  return {std::nullopt, mark};
}

void revise(const EvaluationRevised& e, const Recorded& recorded, Rows& rows) {
  evaluate(e, recorded, rows, [&](EvaluationRow& row) {
    RevisionRow revision{recorded.recorded_at, e.reason, {}};
    for (const auto& mark : e.marks)
      if (auto changed = replace(row, mark); changed.before != changed.now)
        revision.changes.push_back(std::move(changed));
    row.revisions.push_back(std::move(revision));
  });
}

/// Changes the juror's row, or begins it.
template <class Change>
void describe(const core::EditionId& edition, const core::AccountId& juror, Rows& rows,
              Change change) {
  const auto key = row_key({"juror", edition.text(), juror.text()});
  auto row = rows.find<JurorRow>(key).value_or(JurorRow{juror, {}, {}});
  change(row);
  rows.put_record(key, row);
}

void leave(const JurorLeft& e, const Recorded& recorded, Rows& rows) {
  describe(e.edition, e.juror, rows,
           [&](JurorRow& row) { row.left = DepartureRow{recorded.recorded_at, e.reason}; });
  for (const auto& dossier : e.taken_back) end_assignment(rows, dossier, e.juror);
}

void fold_panel(ReadModel& model) {
  model.on<JurorAppointed>([](const JurorAppointed& e, const Recorded&, Rows& rows) {
    describe(e.edition, e.juror, rows, [&](JurorRow& row) {
      row.juror_name = e.juror_name;
      row.affiliation = e.affiliation;
      row.left.reset();
    });
  });
  model.on<JurorLeft>(leave);
  model.on<JurorDescribed>([](const JurorDescribed& e, const Recorded&, Rows& rows) {
    describe(e.edition, e.juror, rows, [&](JurorRow& row) {
      row.most_dossiers = e.most_dossiers;
      row.areas = e.areas;
      row.ties = e.ties;
    });
  });
  model.on<PairRuled>([](const PairRuled& e, const Recorded&, Rows& rows) {
    const auto key = key_of("rule", e.dossier, e.juror);
    if (e.rule == PairRule::Free)
      rows.erase(key);
    else
      rows.put_record(key, RuleRow{e.dossier, e.juror, e.rule, e.reason});
  });
  model.on<ConflictsAsked>(ask);
  model.on<ConflictDenied>(deny);
  model.on<ConflictDeclared>(declare);
  model.on<ConflictImposed>(impose);
  model.on<ConflictWaived>(waive);
  model.on<dossiers::DossierWithdrawn>(
      [](const dossiers::DossierWithdrawn& e, const Recorded&, Rows& rows) {
        rows.put_record(key_of_withdrawal(e.dossier), WithdrawnRow{e.dossier, e.reason});
      });
  model.on<JurorsAssigned>([](const JurorsAssigned& e, const Recorded&, Rows& rows) {
    for (const auto& pair : e.assignments) {
      assign(rows, pair);
      rows.put_record(row_key({"wanted", e.edition.text(), pair.dossier.text()}),
                      WantedRow{pair.dossier, e.per_dossier});
    }
  });
}

void fold_evaluations(ReadModel& model) {
  model.on<EvaluationScored>([](const EvaluationScored& e, const Recorded& recorded, Rows& rows) {
    evaluate(e, recorded, rows, [&](EvaluationRow& row) {
      for (const auto& mark : e.marks) replace(row, mark);
    });
  });
  model.on<EvaluationSealed>([](const EvaluationSealed& e, const Recorded& recorded, Rows& rows) {
    evaluate(e, recorded, rows, [](EvaluationRow& row) { row.sealed = true; });
  });
  model.on<EvaluationRevised>(revise);
  model.on<CommentsReleased>([](const CommentsReleased& e, const Recorded& recorded, Rows& rows) {
    evaluate(e, recorded, rows, [&](EvaluationRow& row) { row.released = e.criteria; });
  });
}

/// What too few have judged stays open, unless a list that is published has left it out.
void reopen_unranked(const awards::ResultComputed& e, const Recorded& recorded, Rows& rows) {
  UnrankedRow unranked;
  for (const auto& dossier : e.dossiers) {
    const auto key = key_of_reopening(dossier.dossier);
    const auto left_out = key_of_left_out(dossier.dossier);
    if (rows.get(key)) rows.erase(key);
    if (!dossier.not_rankable) {
      if (rows.get(left_out)) rows.erase(left_out);
      continue;
    }
    unranked.dossiers.push_back(dossier.dossier);
    if (!rows.get(left_out))
      rows.put_record(key,
                      ReopenedRow{dossier.dossier, recorded.recorded_at, dossier.not_rankable->pt});
  }
  rows.put_record(row_key({"unranked", e.edition.text()}), unranked);
}

void leave_out_unranked(const core::EditionId& edition, Rows& rows) {
  const auto unranked = rows.find<UnrankedRow>(row_key({"unranked", edition.text()}));
  core::ensure(unranked.has_value(), "a result is computed before it is published");
  for (const auto& dossier : unranked->dossiers) {
    rows.put(key_of_left_out(dossier), "");
    rows.erase(key_of_reopening(dossier));
  }
}

void fold_complaints(ReadModel& model) {
  model.on<awards::ComplaintDecided>(
      [](const awards::ComplaintDecided& e, const Recorded& recorded, Rows& rows) {
        if (e.verdict == awards::ComplaintVerdict::Upheld)
          rows.put_record(key_of_reopening(e.dossier),
                          ReopenedRow{e.dossier, recorded.recorded_at, e.reasons});
      });
  model.on<awards::ResultComputed>(reopen_unranked);
  model.on<awards::ResultPublished>([](const awards::ResultPublished& e, const Recorded&,
                                       Rows& rows) { leave_out_unranked(e.edition, rows); });
  model.on<awards::ResultFinalised>([](const awards::ResultFinalised& e, const Recorded&,
                                       Rows& rows) { leave_out_unranked(e.edition, rows); });
}

}  // namespace

ReadModel jury_desk_model() {
  ReadModel model({"jury_desk", 7});
  fold_panel(model);
  fold_evaluations(model);
  fold_complaints(model);
  return model;
}

}  // namespace projections
