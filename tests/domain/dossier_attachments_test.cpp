#include <gtest/gtest.h>

#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

namespace {

using namespace dossiers;
using namespace dossier_samples;
using testing_support::Scenario;

Scenario given(std::vector<core::Event> more) {
  std::vector<core::Event> history = {started(), added("r1", diagnosis())};
  std::ranges::move(more, std::back_inserter(history));
  auto scenario = testing_support::given(dossier_type(), history);
  scenario.as(person("ana")).at("2021-04-01T09:00:00Z").knowing(edition_fact());
  return scenario;
}

AddAttachment add(const char* id = "a1", StoredFile file = stored_file()) {
  return {dossier, core::AttachmentId(id), first, "Ata da aprovação", std::move(file)};
}

const RemoveAttachment remove_a1{dossier, core::AttachmentId("a1")};

TEST(DossierAttachments, ShowWhatARecordTells) {
  given({}).when(add()).then({attached("a1", "r1")});
}

TEST(DossierAttachments, BelongToARecordThatIsThere) {
  auto elsewhere = add();
  elsewhere.record_id = core::RecordId("r9");
  given({}).when(elsewhere).is_refused("unknown-record", "record_id");
}

TEST(DossierAttachments, AreAttachedOnce) {
  given({attached("a1", "r1")}).when(add()).is_refused("attachment-exists", "attachment");
}

TEST(DossierAttachments, SayWhatTheyShow) {
  auto untitled = add();
  untitled.title = "";
  given({}).when(untitled).is_refused("text-length", "title");
}

TEST(DossierAttachments, HaveUpTo25Megabytes) {
  given({})
      .when(add("a1", stored_file(largest_attachment)))
      .then({attached("a1", "r1", stored_file(largest_attachment))});
  given({}).when(add("a1", stored_file(largest_attachment + 1))).is_refused("file-too-large");
}

TEST(DossierAttachments, HaveUpTo250MegabytesTogether) {
  std::vector<core::Event> ten;
  for (const auto* id : {"b0", "b1", "b2", "b3", "b4", "b5", "b6", "b7", "b8", "b9"})
    ten.emplace_back(attached(id, "r1", stored_file(largest_attachment)));
  given(ten).when(add("a1", stored_file(1))).is_refused("too-many-attachments");
  ten.emplace_back(DossierAttachmentRemoved{dossier, core::AttachmentId("b0")});
  given(ten).when(add("a1", stored_file(1))).then({attached("a1", "r1", stored_file(1))});
}

TEST(DossierAttachments, AreUpTo200) {
  std::vector<core::Event> all;
  for (int i = 0; i < 200; ++i)
    all.emplace_back(attached(("b" + std::to_string(i)).c_str(), "r1", stored_file(1)));
  given(all).when(add()).is_refused("too-many-attachments");
}

TEST(DossierAttachments, AreRemovedWhileTheDossierIsADraft) {
  given({attached("a1", "r1")})
      .when(remove_a1)
      .then({DossierAttachmentRemoved{dossier, core::AttachmentId("a1")}});
  given({}).when(remove_a1).is_refused("unknown-attachment", "attachment");
}

TEST(DossierAttachments, StandAsTheyAreOnceTheDossierIsSubmitted) {
  given({attached("a1", "r1"), submitted()}).when(remove_a1).is_refused("already-submitted");
  given({submitted()}).when(add()).is_refused("already-submitted");
}

TEST(DossierAttachments, AreNotTakenAfterTheDeadline) {
  given({}).at("2021-06-30T23:00:00Z").when(add()).is_refused("deadline-passed");
}

const DossierRecordRemoved removed_r1{dossier, first};
const DossierRecordRestored restored_r1{dossier, first, 1, diagnosis()};

TEST(DossierAttachments, GoWithTheirRecord) {
  given({attached("a1", "r1", stored_file(largest_attachment)), removed_r1})
      .when(remove_a1)
      .is_refused("unknown-attachment", "attachment");
  std::vector<core::Event> gone;
  for (int i = 0; i < 200; ++i)
    gone.emplace_back(attached(("b" + std::to_string(i)).c_str(), "r1", stored_file(1)));
  gone.emplace_back(removed_r1);
  gone.emplace_back(added("r2", link()));
  auto to_another = add();
  to_another.record_id = core::RecordId("r2");
  given(gone).when(to_another).then({attached("a1", "r2")});
}

TEST(DossierAttachments, ComeBackWithTheirRecord) {
  given({attached("a1", "r1"), removed_r1, restored_r1})
      .when(remove_a1)
      .then({DossierAttachmentRemoved{dossier, core::AttachmentId("a1")}});
}

TEST(DossierAttachments, ComeBackOnlyWhereThereIsRoom) {
  std::vector<core::Event> full = {attached("a1", "r1"), removed_r1, added("r2", link())};
  for (int i = 0; i < 200; ++i)
    full.emplace_back(attached(("b" + std::to_string(i)).c_str(), "r2", stored_file(1)));
  given(full).when(RestoreRecord{dossier, first, 2, 1}).is_refused("too-many-attachments");
}

TEST(DossierAttachments, DoNotPassToANewRecordOfTheSameName) {
  given({attached("a1", "r1"), removed_r1, added("r1", link())})
      .when(remove_a1)
      .is_refused("unknown-attachment", "attachment");
  given({attached("a1", "r1"), removed_r1, added("r1", link()), removed_r1, restored_r1})
      .when(remove_a1)
      .is_refused("unknown-attachment", "attachment");
}

TEST(DossierAttachments, LookAtTheEditionOfTheirDossier) {
  const std::vector<core::StreamRef> edition_only = {{"edition", "2021"}};
  EXPECT_EQ(add().reads({}), edition_only);
  EXPECT_EQ(remove_a1.reads({}), edition_only);
  EXPECT_EQ(add().target(), "2021-170107");
}

}  // namespace
