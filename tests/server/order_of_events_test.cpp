#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>

#include "domain/awards/outcome.hpp"
#include "server/command_handler.hpp"
#include "server/demonstration/demonstration.hpp"
#include "tests/projections/examples.hpp"
#include "tests/server/panels_work.hpp"

/// Law of a result: it does not depend on who was quicker.
namespace {

using namespace panels_work;
using Streams = std::vector<Stream>;

std::vector<core::AccountId> any_jurors() {
  std::vector<core::AccountId> jurors;
  for (int i = *rc::gen::inRange(3, 5); i > 0; --i)
    jurors.emplace_back("jurado-" + std::to_string(i));
  return jurors;
}

Stream any_dossier(const core::DossierId& id) {
  using dossiers::Verdict;
  auto stream = dossier(
      id, *rc::gen::weightedElement<Verdict>({{5, Verdict::Eligible}, {1, Verdict::NotEligible}}));
  if (*rc::gen::weightedElement<bool>({{5, false}, {1, true}}))
    stream.events.emplace_back(dossiers::DossierWithdrawn{id, {}, somebody, "Para o ano."});
  return stream;
}

/// Few marks, so that ties are common; some are changed afterwards, some never sealed.
Stream any_evaluation(const core::DossierId& dossier, const core::AccountId& juror) {
  const auto mark = [] { return *rc::gen::element<std::int64_t>(0, 12, 16, 20); };
  auto stream = evaluation(dossier, juror, {mark(), mark(), mark()});
  switch (*rc::gen::inRange(0, 10)) {
    case 0:
      stream.events.pop_back();
      break;
    case 1:
      stream.events.emplace_back(jury::EvaluationRevised{
          dossier, juror, {{core::CriterionId("alcance"), mark(), {}}}, "Na deliberação."});
      break;
    default:
      break;
  }
  return stream;
}

/// Somebody finds a conflict late, and somebody leaves.
void late_changes(Stream& panel, const std::vector<core::DossierId>& dossiers,
                  const std::vector<core::AccountId>& jurors) {
  if (*rc::gen::arbitrary<bool>())
    panel.events.emplace_back(jury::ConflictDeclared{*rc::gen::elementOf(dossiers),
                                                     *rc::gen::elementOf(jurors),
                                                     jury::ConflictKind::Family, "Um irmão."});
  if (*rc::gen::arbitrary<bool>())
    panel.events.emplace_back(
        jury::JurorLeft{edition, *rc::gen::elementOf(jurors), dossiers, {}, "Adoeceu."});
}

Streams any_work() {
  const auto jurors = any_jurors();
  const std::vector<core::DossierId> dossiers = {
      core::DossierId("2021-1701"), core::DossierId("2021-1702"), core::DossierId("2021-1703")};
  Streams streams = {{edition.text(), {testing_support::edition_2021()}}, panel(jurors, dossiers)};
  late_changes(streams.back(), dossiers, jurors);
  for (const auto& dossier : dossiers) {
    streams.push_back(any_dossier(dossier));
    for (const auto& juror : jurors) streams.push_back(any_evaluation(dossier, juror));
  }
  return streams;
}

/// One stream after the other.
void happen_in_turn(testing_support::World& world, const Streams& streams) {
  for (const auto& [id, events] : streams) world.happens(id, events);
}

/// Whose turn it is nobody knows; each stream keeps its own order.
void happen_at_once(testing_support::World& world, const Streams& streams) {
  std::vector<std::size_t> turns;
  for (std::size_t i = 0; i < streams.size(); ++i)
    turns.insert(turns.end(), streams[i].events.size(), i);
  std::mt19937 random(*rc::gen::arbitrary<std::uint32_t>());
  std::ranges::shuffle(turns, random);
  std::vector<std::size_t> next(streams.size(), 0);
  for (const auto turn : turns)
    world.happens(streams[turn].id, {streams[turn].events[next[turn]++]});
}

/// What is written into the log when the result is computed, or why it is not.
std::string result_in(testing_support::World& world) {
  server::ScriptedClock clock;
  clock.set(core::Instant::parse("2021-09-20T10:00:00Z").value());
  const core::Actor secretary{core::AccountId("secretaria"), {core::Role::Secretariat}, {}};
  const auto done = server::CommandHandler(world.store(), clock)
                        .handle({awards::ComputeResult{edition}, core::CommandId("compute"),
                                 secretary, std::nullopt});
  if (!done) return done.error().code;
  return world.store().read_all(done->position, 1).at(0).payload;
}

RC_GTEST_PROP(OrderOfEvents, OfAPanelsWorkChangesNoByteOfItsResult, ()) {
  const auto streams = any_work();
  testing_support::World one;
  happen_in_turn(one, streams);
  testing_support::World other;
  happen_at_once(other, streams);
  const auto result = result_in(one);
  RC_CLASSIFY(result.contains("\"rank\":1"), "somebody is ranked");
  RC_ASSERT(result.starts_with("{") || result == "nothing-assigned");
  RC_ASSERT(result == result_in(other));
}

}  // namespace
