#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "domain/dossiers/dossier.hpp"
#include "projections/dossier_file.hpp"
#include "server/command_handler.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/projections/examples.hpp"
#include "tests/projections/world.hpp"
#include "tests/support/lisbon_clock.hpp"

/// Whatever is done in a round that nobody answers, the verdict is of the dossier as it stood.
namespace {

using namespace dossiers;
using namespace dossier_samples;

const core::Instant until = core::Instant::parse("2021-07-09T22:59:59Z").value();
const core::Instant in_the_round = core::Instant::parse("2021-07-05T10:00:00Z").value();
const core::Instant after_it = core::Instant::parse("2021-07-10T10:00:00Z").value();

Programme titled(const std::string& title) {
  auto record = programme();
  record.title = title;
  return record;
}

/// A dossier of programmes, one of them removed, about which a clarification was asked for.
class Round {
 public:
  Round() {
    world_.happens("170107", {testing_support::parish("170107", "Favaios")});
    world_.happens("2021", {testing_support::edition_2021()});
    happen({started(), added("r0", titled("Primeiro")), added("r1", titled("Segundo")),
            added("r2", titled("Terceiro")), attached("a0", "r0"), attached("a1", "r2"),
            DossierRecordRemoved{dossier, core::RecordId("r2")}, submitted(),
            ClarificationAsked{dossier,
                               in_the_round,
                               core::AccountId("sara"),
                               {regulation::Section::III},
                               "Quantas famílias?",
                               until}});
  }

  void gives(const core::Command& command, const core::Instant& now) {
    core::Context context{person("ana"), now, {}, server::writing(), testing_support::lisbon()};
    context.facts.tell(edition_fact());
    const auto decision = aggregate_->decide(command, context);
    if (decision) happen(*decision);
  }
  [[nodiscard]] std::int64_t revision_of(const core::RecordId& record) {
    const auto board = world_.seen().view("dossier_board");
    const auto standing = projections::standing_record(*board, dossier, record);
    return standing ? standing->revision : 0;
  }
  /// Its records and attachments, as its file tells them.
  [[nodiscard]] std::string told() {
    return json::write(projections::dossier_file(world_.seen(), dossier).value());
  }
  [[nodiscard]] bool is_screened() {
    const auto board = world_.seen().view("dossier_board");
    return projections::find_dossier(*board, dossier)->screening.has_value();
  }

 private:
  void happen(const std::vector<core::Event>& events) {
    for (const auto& event : events) aggregate_->apply(event);
    if (!events.empty()) world_.happens(dossier.text(), events);
  }

  testing_support::World world_;
  std::unique_ptr<core::Aggregate> aggregate_ = dossier_type().make();
};

template <class Id>
Id one_of(const char* letter, int count) {
  return Id(letter + std::to_string(*rc::gen::inRange(0, count)));
}

core::Command any_step(Round& round) {
  const auto id = one_of<core::RecordId>("r", 4);
  const auto attachment = one_of<core::AttachmentId>("a", 3);
  const auto newest = round.revision_of(id);
  switch (*rc::gen::inRange(0, 6)) {
    case 0:
      return AddRecord{dossier, id, titled("Novo")};
    case 1:
      return ChangeRecord{dossier, id, newest, titled("Alterado")};
    case 2:
      return RemoveRecord{dossier, id, newest};
    case 3:
      return RestoreRecord{dossier, id, newest, *rc::gen::inRange<std::int64_t>(1, 4)};
    case 4:
      return AddAttachment{dossier, attachment, id, "Outro", stored_file(7)};
    default:
      return RemoveAttachment{dossier, attachment};
  }
}

RC_GTEST_PROP(UnansweredRound, LeavesTheDossierAsItStood, ()) {
  Round round;
  const auto before = round.told();
  for (int i = 0; i < 10; ++i) round.gives(any_step(round), in_the_round);
  round.gives(ScreenDossier{dossier, Verdict::NotEligible, "Falta a ata."}, after_it);
  RC_ASSERT(round.is_screened());
  RC_ASSERT(round.told() == before);
}

}  // namespace
