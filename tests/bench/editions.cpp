#include "tests/bench/editions.hpp"

#include <fmt/format.h>

#include <array>

#include "domain/dossiers/dossier.hpp"
#include "domain/editions/edition.hpp"
#include "domain/editions/edition_events.hpp"
#include "domain/entities/entity.hpp"
#include "domain/jury/evaluation.hpp"
#include "domain/jury/panel.hpp"
#include "domain/practices/practice.hpp"
#include "json/json.hpp"

namespace bench {
namespace {

constexpr std::size_t dossiers_of_an_edition = 300;
constexpr std::size_t records_of_a_dossier = 28;
constexpr std::size_t changes_of_a_dossier = 3;
constexpr std::size_t practices_of_an_edition = 30;
constexpr std::size_t jurors_of_a_dossier = 3;
const std::array<core::AccountId, 5> jurors{
    core::AccountId("jurado-1"), core::AccountId("jurado-2"), core::AccountId("jurado-3"),
    core::AccountId("jurado-4"), core::AccountId("jurado-5")};
const core::AccountId secretariat("secretariado");

template <class T>
const T& nth_of(const std::vector<T>& list, std::size_t nth) {
  return list[nth % list.size()];
}

core::RecordId record(std::size_t nth) {
  return core::RecordId(fmt::format("registo-{}", nth));
}

const entities::EntityRegistered& entity(std::size_t nth) {
  return nth_of(material().entities, nth);
}

core::Instant noon() {
  return core::Instant::parse("2021-06-01T12:00:00Z").value();
}

}  // namespace

eventstore::NewEvent Editions::next() {
  if (events_.empty()) tell_edition();
  auto event = std::move(events_.front());
  events_.pop_front();
  return event;
}

template <class State, class E>
void Editions::happens(const std::string& id, const E& event) {
  events_.push_back({{std::string(State::category), id},
                     std::string(E::name),
                     static_cast<std::uint16_t>(core::version_of<E>()),
                     json::write(event)});
}

core::DossierId Editions::dossier(std::size_t nth) const {
  return core::dossier_of(edition_, entity(count_ + nth).code);
}

void Editions::tell_edition() {
  if (count_ == 0) register_entities();
  edition_ = core::EditionId(fmt::format("e{:05}", ++count_));
  happens<editions::Edition>(edition_.text(), editions::EditionOpened{edition_, "Uma edição", true,
                                                                      material().regulation});
  fill_dossiers();
  submit_dossiers();
  judge_dossiers();
  share_practices();
}

void Editions::register_entities() {
  for (const auto& entity : material().entities)
    happens<entities::Entity>(entity.code.text(), entity);
}

/// All dossiers grow at the same time, a record each in turn.
void Editions::fill_dossiers() {
  using namespace dossiers;
  const auto each = [&](const auto& tell) {
    for (std::size_t i = 0; i < dossiers_of_an_edition; ++i) tell(i, dossier(i));
  };
  const auto& records = material().records;
  each([&](std::size_t i, const core::DossierId& id) {
    const auto& of = entity(count_ + i);
    happens<Dossier>(id.text(), DossierStarted{id, edition_, of.code, of.category});
  });
  for (std::size_t n = 0; n < records_of_a_dossier; ++n)
    each([&](std::size_t i, const core::DossierId& id) {
      happens<Dossier>(id.text(), DossierRecordAdded{id, record(n), nth_of(records, i + n)});
    });
  for (std::size_t n = 0; n < changes_of_a_dossier; ++n)
    each([&](std::size_t i, const core::DossierId& id) {
      happens<Dossier>(id.text(), DossierRecordChanged{id, record(n), nth_of(records, i + n)});
    });
  each([&](std::size_t, const core::DossierId& id) {
    happens<Dossier>(id.text(), DossierRecordRemoved{id, record(records_of_a_dossier - 1)});
  });
}

void Editions::submit_dossiers() {
  using namespace dossiers;
  for (std::size_t i = 0; i < dossiers_of_an_edition; ++i) {
    const auto id = dossier(i);
    const core::AccountId by("candidatura-" + entity(count_ + i).code.text());
    happens<Dossier>(id.text(), DossierSubmitted{id, noon(), by, {"Ana Lopes", "Presidente"}});
    happens<Dossier>(id.text(),
                     DossierScreened{id, noon(), secretariat, Verdict::Eligible, std::nullopt});
  }
}

void Editions::judge_dossiers() {
  using namespace jury;
  std::vector<core::DossierId> all;
  for (std::size_t i = 0; i < dossiers_of_an_edition; ++i) all.push_back(dossier(i));
  JurorsAssigned assigned{edition_, jurors_of_a_dossier, {}};
  for (const auto& juror : jurors)
    happens<Panel>(edition_.text(),
                   JurorAppointed{edition_, juror, "Aurora Exemplo", std::nullopt, std::nullopt});
  happens<Panel>(edition_.text(), ConflictsAsked{edition_, all, {jurors.begin(), jurors.end()}});
  for (const auto& id : all)
    for (const auto& juror : jurors) happens<Panel>(edition_.text(), ConflictDenied{id, juror, ""});
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t n = 0; n < jurors_of_a_dossier; ++n)
      assigned.assignments.push_back({all[i], jurors[(i + n) % jurors.size()]});
  happens<Panel>(edition_.text(), assigned);
  for (std::size_t i = 0; const auto& [id, juror] : assigned.assignments) {
    const auto stream = id.text() + "." + juror.text();
    happens<Evaluation>(stream, EvaluationScored{id, juror, nth_of(material().marks, i++)});
    happens<Evaluation>(stream, EvaluationSealed{id, juror});
  }
}

void Editions::share_practices() {
  using namespace practices;
  for (std::size_t i = 0; i < practices_of_an_edition; ++i) {
    const core::PracticeId id(fmt::format("pratica-{}-{}", count_, i));
    const auto& stream = id.text();
    happens<Practice>(stream, PracticeProposed{{nth_of(material().sheets, i), id, dossier(i),
                                                record(0), entity(count_ + i).code}});
    for (const auto step : {ReviewStep::First, ReviewStep::Second})
      happens<Practice>(stream, PracticeReviewed{id, step, Verdict::Approve, "Sim.", secretariat});
    happens<Practice>(stream, PracticePublished{id, 1});
  }
}

}  // namespace bench
