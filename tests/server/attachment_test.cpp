#include <fstream>

#include "eventstore/hash.hpp"
#include "projections/whole_dossier.hpp"
#include "server/attachments/attachments.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/server/award_year.hpp"
#include "tests/server/fake_clamd.hpp"
#include "tests/server/signed_picture.hpp"

namespace {

using namespace server_tests;
using http::Method;

class AttachmentTest : public testing::Test {
 protected:
  explicit AttachmentTest(std::optional<regulation::JurorsSee> jurors_see = {}) {
    year_.rules.jurors_see = jurors_see;
    year_.open_edition();
    year_.start_dossiers();
  }

  static Headers piece_at(std::size_t offset) {
    return {{"content-type", "application/offset+octet-stream"},
            {"upload-offset", std::to_string(offset)}};
  }

  Answer begins(Person& person, std::size_t bytes,
                const core::DossierId& dossier = dossier_of_alijo) {
    return person.sends(Method::Post, "/api/v1/dossiers/" + dossier.text() + "/uploads", "",
                        {{"upload-length", std::to_string(bytes)}});
  }

  /// Sends the whole file in two pieces; answers the upload's id.
  std::string uploads(Person& person, const std::string& file) {
    const auto place = begins(person, file.size()).header("location");
    const auto half = file.size() / 2;
    EXPECT_EQ(person.sends(Method::Patch, place, file.substr(0, half), piece_at(0)).status, 204);
    EXPECT_EQ(person.sends(Method::Patch, place, file.substr(half), piece_at(half)).status, 204);
    return place.substr(place.rfind('/') + 1);
  }

  Answer attaches(Person& person, const std::string& upload, std::string key = "") {
    if (key.empty()) key = year_.program.fresh_key();
    return person.sends(
        Method::Post, "/api/v1/dossiers/2021-1701/attachments",
        R"({"upload":")" + upload + R"(","record_id":"diagnostico","title":"Foto"})",
        {{"idempotency-key", key}});
  }

  /// Alijó's dossier with its file goes to the jury; what Rui, who judges it, is given as the file.
  Answer goes_to_a_juror(const std::string& upload) {
    year_.submit();
    year_.screen();
    year_.appoint_jurors();
    year_.ask_conflicts();
    year_.answer_conflicts();
    year_.assign();
    return year_.rui.sends(Method::Get,
                           place_of(upload) + "?seen=" + std::to_string(year_.program.head()));
  }

  projections::AttachmentRow seen_by(Person& person) {
    return person.reads("/dossiers/2021-1701", year_.program.head())
        .as<projections::WholeDossier>()
        .attachments.at(0);
  }

  std::string place_of(const std::string& upload) {
    return "/api/v1/dossiers/2021-1701/attachments/" + upload;
  }

  AwardYear year_;
};

TEST_F(AttachmentTest, IsUploadedInPiecesAndThenAttachedToARecord) {
  const auto upload = uploads(year_.alijo, signed_picture());
  const auto done = attaches(year_.alijo, upload);
  ASSERT_EQ(done.in_short(), "200");
  const auto seen = done.as<server::Accepted>().position;
  const auto whole = year_.alijo.reads("/dossiers/2021-1701", seen).as<projections::WholeDossier>();
  ASSERT_EQ(whole.attachments.size(), 1U);
  const auto& attachment = whole.attachments.front();
  EXPECT_EQ(attachment.title, "Foto");
  EXPECT_EQ(attachment.record_id, diagnosis);
  EXPECT_EQ(attachment.file.media_type, "image/png");
  EXPECT_EQ(attachment.file.sha256,
            eventstore::to_hex(eventstore::view_of(eventstore::sha256({signed_picture()}))));
  EXPECT_FALSE(attachment.file.checked_for_malware) << "there is no clamd here";
  EXPECT_EQ(attachment.attached.value().by.text(), year_.alijo.account());
  const auto file = year_.alijo.sends(Method::Get, place_of(upload));
  EXPECT_EQ(file.body, signed_picture());
  EXPECT_EQ(file.header("content-type"), "image/png");
  EXPECT_EQ(file.header("content-disposition"),
            "attachment; filename=\"anexo-" + upload.substr(0, 8) + ".png\"");
}

TEST_F(AttachmentTest, GoesOnWhereABrokenLineEndedIt) {
  const auto place = begins(year_.alijo, 10).header("location");
  EXPECT_EQ(year_.alijo.sends(Method::Patch, place, "12345", piece_at(0)).header("upload-offset"),
            "5");
  year_.program.restart();
  const auto standing = year_.alijo.sends(Method::Head, place);
  EXPECT_EQ(standing.header("upload-offset"), "5");
  EXPECT_EQ(standing.header("upload-length"), "10");
  EXPECT_EQ(year_.alijo.sends(Method::Patch, place, "12345", piece_at(0)).in_short(),
            "409 upload-offset");
  EXPECT_EQ(year_.alijo.sends(Method::Patch, place, "67890", piece_at(5)).header("upload-offset"),
            "10");
}

TEST_F(AttachmentTest, IsNotAttachedBeforeItHasArrivedWhole) {
  const auto place = begins(year_.alijo, 10).header("location");
  EXPECT_EQ(attaches(year_.alijo, place.substr(place.rfind('/') + 1)).in_short(),
            "409 upload-incomplete upload");
}

TEST_F(AttachmentTest, IsOfNoConcernToOthers) {
  EXPECT_EQ(begins(year_.favaios, 10).in_short(), "403 not-permitted");
  EXPECT_EQ(begins(year_.rui, 10).in_short(), "403 not-permitted");
  EXPECT_EQ(begins(year_.public_reader, 10).in_short(), "401 not-signed-in");
  const auto place = begins(year_.alijo, 10).header("location");
  for (auto* other : {&year_.favaios, &year_.secretary, &year_.rui}) {
    EXPECT_EQ(other->sends(Method::Get, place).in_short(), "404 not-found");
    EXPECT_EQ(other->sends(Method::Patch, place, "1", piece_at(0)).in_short(), "404 not-found");
    EXPECT_EQ(other->sends(Method::Delete, place).in_short(), "404 not-found");
  }
  const auto upload = uploads(year_.alijo, signed_picture());
  EXPECT_EQ(attaches(year_.favaios, upload).in_short(), "403 not-permitted");
  ASSERT_EQ(attaches(year_.alijo, upload).in_short(), "200");
  EXPECT_EQ(year_.favaios.sends(Method::Get, place_of(upload)).in_short(), "403 not-permitted");
}

TEST_F(AttachmentTest, IsAnsweredTheSameWhenItIsSentAgain) {
  const auto upload = uploads(year_.alijo, signed_picture());
  const auto first = attaches(year_.alijo, upload, "once").as<server::Accepted>();
  const auto again = attaches(year_.alijo, upload, "once").as<server::Accepted>();
  EXPECT_TRUE(again.repeated);
  EXPECT_EQ(again.position, first.position);
}

TEST_F(AttachmentTest, OverTheLimitIsRefusedBeforeItIsSent) {
  EXPECT_EQ(begins(year_.alijo, dossiers::largest_attachment + 1).in_short(),
            "413 file-too-large Upload-Length");
  EXPECT_EQ(year_.alijo.sends(Method::Post, "/api/v1/dossiers/2021-1701/uploads").in_short(),
            "400 invalid-header upload-length");
}

TEST_F(AttachmentTest, IsNotSentToADossierThatIsNotThere) {
  EXPECT_EQ(begins(year_.alijo, 10, core::DossierId("nope-1701")).in_short(),
            "404 unknown-dossier");
}

TEST_F(AttachmentTest, IsNotSentToADossierThatIsClosed) {
  EXPECT_EQ(begins(year_.alijo, 10).status, 201);
  year_.submit();
  EXPECT_EQ(begins(year_.alijo, 10).in_short(), "409 already-submitted");
  year_.at("2021-07-02T09:00:00Z");
  EXPECT_EQ(begins(year_.grandola, 10, dossier_of_grandola).in_short(), "409 deadline-passed");
  year_.alijo.does(dossiers::WithdrawDossier{dossier_of_alijo, "Faltam-nos os resultados."});
  EXPECT_EQ(begins(year_.alijo, 10).in_short(), "409 dossier-withdrawn");
}

TEST_F(AttachmentTest, IsSentWhereAClarificationIsAskedFor) {
  year_.submit();
  year_.at("2021-07-02T09:00:00Z");
  year_.secretary.does(
      dossiers::AskClarification{dossier_of_alijo,
                                 {regulation::Section::I},
                                 "Quantas pessoas têm o cartão?",
                                 core::Instant::parse("2021-07-09T22:59:59Z").value()});
  EXPECT_EQ(begins(year_.alijo, 10).status, 201);
  year_.at("2021-07-10T09:00:00Z");
  EXPECT_EQ(begins(year_.alijo, 10).in_short(), "409 clarification-over");
}

TEST_F(AttachmentTest, IsNotSentWhereThereIsNoRoomForIt) {
  auto file = dossier_samples::stored_file();
  file.bytes = dossiers::largest_attachment;
  const core::Actor alijo{
      core::AccountId(year_.alijo.account()), {core::Role::Applicant}, {core::EntityCode("1701")}};
  for (auto left = dossiers::largest_attachments; left > 0; left -= file.bytes) {
    const auto key = year_.program.fresh_key();
    ASSERT_TRUE(year_.program.app().commands().handle(
        {dossiers::AddAttachment{dossier_of_alijo, core::AttachmentId(key), diagnosis, "Foto",
                                 file},
         core::CommandId(key), alijo, std::nullopt}));
  }
  EXPECT_EQ(begins(year_.alijo, 1).in_short(), "413 too-many-attachments");
}

TEST_F(AttachmentTest, IsNotBegunWhereAsMuchIsUnderWayAsTheDossierMayHave) {
  std::vector<std::string> begun;
  for (auto left = dossiers::largest_attachments; left > 0; left -= dossiers::largest_attachment)
    begun.push_back(begins(year_.alijo, dossiers::largest_attachment).header("location"));
  EXPECT_EQ(begins(year_.alijo, 1).in_short(), "413 too-many-uploads");
  EXPECT_EQ(begins(year_.grandola, 1, dossier_of_grandola).status, 201);
  EXPECT_EQ(year_.alijo.sends(Method::Delete, begun.back()).status, 204);
  EXPECT_EQ(begins(year_.alijo, 1).status, 201);
}

TEST_F(AttachmentTest, ToNoRecordIsRefusedAndNothingIsKept) {
  const auto upload = uploads(year_.alijo, signed_picture());
  EXPECT_EQ(year_.alijo
                .sends(Method::Post, "/api/v1/dossiers/2021-1701/attachments",
                       R"({"upload":")" + upload + R"(","record_id":"nenhum","title":"Foto"})",
                       {{"idempotency-key", year_.program.fresh_key()}})
                .status,
            404);
  EXPECT_FALSE(std::filesystem::exists(year_.program.data() / "attachments"));
}

TEST_F(AttachmentTest, RemovedIsStillReadByItsEntityAndTheSecretariat) {
  const auto upload = uploads(year_.alijo, signed_picture());
  ASSERT_EQ(attaches(year_.alijo, upload).in_short(), "200");
  year_.alijo.does(dossiers::RemoveAttachment{dossier_of_alijo, core::AttachmentId(upload)});
  EXPECT_EQ(goes_to_a_juror(upload).in_short(), "404 not-found");
  for (auto* person : {&year_.alijo, &year_.secretary})
    EXPECT_EQ(person->sends(Method::Get, place_of(upload)).body, signed_picture());
}

TEST_F(AttachmentTest, IsGivenUp) {
  const auto place = begins(year_.alijo, 10).header("location");
  EXPECT_EQ(year_.alijo.sends(Method::Delete, place).status, 204);
  EXPECT_EQ(year_.alijo.sends(Method::Get, place).in_short(), "404 not-found");
}

TEST_F(AttachmentTest, CannotBeMadeUpByWhoSendsCommands) {
  const dossiers::AddAttachment forged{dossier_of_alijo, core::AttachmentId("a1"), diagnosis,
                                       "Foto", dossier_samples::stored_file()};
  EXPECT_EQ(year_.alijo.gives(forged).status, 404);
}

TEST_F(AttachmentTest, WithMalwareInItIsRefusedAndNothingIsKept) {
  const auto socket = year_.program.data() / "clamd";
  FakeClamd clamd(socket, "stream: Win.Test.EICAR_HDB-1 FOUND");
  year_.program.app().attachments().check_by_clamd(socket);
  const auto upload = uploads(year_.alijo, signed_picture());
  EXPECT_EQ(attaches(year_.alijo, upload).in_short(), "422 malware-found upload");
  EXPECT_FALSE(std::filesystem::exists(year_.program.data() / "attachments"));
}

TEST_F(AttachmentTest, ReachesJurorsWithoutItsAuthor) {
  const auto upload = uploads(year_.alijo, signed_picture());
  ASSERT_EQ(attaches(year_.alijo, upload).in_short(), "200");
  const auto for_juror = goes_to_a_juror(upload);
  EXPECT_EQ(for_juror.status, 200);
  EXPECT_EQ(for_juror.header("content-type"), "image/png");
  EXPECT_FALSE(for_juror.body.contains("Maria Ferreira"));
  EXPECT_TRUE(year_.secretary.sends(Method::Get, place_of(upload)).body.contains("Maria Ferreira"));
  EXPECT_EQ(year_.tiago.sends(Method::Get, place_of(upload)).in_short(), "403 not-permitted");
  EXPECT_FALSE(seen_by(year_.rui).attached) << "nor who attached it";
  EXPECT_TRUE(seen_by(year_.secretary).attached);
}

/// Where the regulation shows jurors the authors.
class OpenAttachmentTest : public AttachmentTest {
 protected:
  OpenAttachmentTest() : AttachmentTest(regulation::JurorsSee{.authors = true}) {}
};

TEST_F(OpenAttachmentTest, ReachesJurorsAsItWasSent) {
  const auto upload = uploads(year_.alijo, signed_picture());
  ASSERT_EQ(attaches(year_.alijo, upload).in_short(), "200");
  EXPECT_EQ(goes_to_a_juror(upload).body, signed_picture());
  EXPECT_TRUE(seen_by(year_.rui).attached);
}

}  // namespace
