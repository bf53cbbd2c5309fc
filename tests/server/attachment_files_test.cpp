#include <gtest/gtest.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "server/attachments/content.hpp"
#include "server/attachments/malware.hpp"
#include "server/attachments/media_type.hpp"
#include "server/attachments/uploads.hpp"
#include "tests/server/fake_clamd.hpp"
#include "tests/server/signed_picture.hpp"
#include "tests/server/temporary_folder.hpp"

namespace {

using namespace server::attachments;
namespace fs = std::filesystem;

using server_tests::signed_picture;

class AttachmentFilesTest : public testing::Test {
 protected:
  fs::path file_of(const std::string& name, const std::string& bytes) {
    const auto file = folder_.path() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }

  static std::string bytes_of(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  static void age(const fs::path& file) {
    fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(25));
  }

  server_tests::TemporaryFolder folder_;
  Uploads uploads_{folder_.path() / "uploads"};
  Content content_{folder_.path() / "attachments"};
  Upload upload_{core::AttachmentId("anexo-1"), core::AccountId("ana"),
                 core::DossierId("2021-1701"), 10};
};

TEST_F(AttachmentFilesTest, AnUploadGoesOnWhereItBrokeOff) {
  ASSERT_TRUE(uploads_.begin(upload_));
  EXPECT_EQ(uploads_.append(upload_, 0, "relat"), 5);
  Uploads after_a_restart(folder_.path() / "uploads");
  EXPECT_EQ(after_a_restart.arrived(upload_.id), 5);
  EXPECT_EQ((*after_a_restart.find(upload_.id))->account, upload_.account);
  EXPECT_EQ(after_a_restart.append(upload_, 5, "ório"), 10);
  EXPECT_EQ(bytes_of(uploads_.file(upload_.id)), "relatório");
}

TEST_F(AttachmentFilesTest, APieceThatDoesNotFollowIsRefusedAndNothingIsWritten) {
  ASSERT_TRUE(uploads_.begin(upload_));
  EXPECT_EQ(uploads_.append(upload_, 3, "x").error().code, "upload-offset");
  EXPECT_EQ(uploads_.append(upload_, 0, "12345678901").error().code, "file-too-large");
  EXPECT_EQ(uploads_.arrived(upload_.id), 0);
}

TEST_F(AttachmentFilesTest, AnUploadBeginsOnce) {
  ASSERT_TRUE(uploads_.begin(upload_));
  EXPECT_EQ(uploads_.begin(upload_).error().code, "upload-exists");
}

TEST_F(AttachmentFilesTest, AnUploadThatNobodyGoesOnWithIsRemovedAfterADay) {
  ASSERT_TRUE(uploads_.begin(upload_));
  uploads_.remove_abandoned();
  EXPECT_TRUE(*uploads_.find(upload_.id));
  age(uploads_.file(upload_.id));
  uploads_.remove_abandoned();
  EXPECT_FALSE(*uploads_.find(upload_.id));
  EXPECT_FALSE(fs::exists(uploads_.file(upload_.id)));
}

TEST_F(AttachmentFilesTest, WhatACrashLeftOfACopyForJurorsIsRemovedAfterADay) {
  ASSERT_TRUE(uploads_.begin(upload_));
  const auto copy = uploads_.file(upload_.id) += ".anonymous";
  const auto workshop = uploads_.file(upload_.id) += ".anonymous.work";
  std::ofstream(copy) << "meio";
  fs::create_directory(workshop);
  std::ofstream(workshop / "file.pdf") << "meio";
  uploads_.remove_abandoned();
  EXPECT_TRUE(fs::exists(copy));
  age(copy);
  age(workshop);
  uploads_.remove_abandoned();
  EXPECT_FALSE(fs::exists(copy));
  EXPECT_FALSE(fs::exists(workshop));
  EXPECT_TRUE(*uploads_.find(upload_.id)) << "it is not abandoned";
}

TEST_F(AttachmentFilesTest, ContentIsKeptOnceUnderItsHash) {
  constexpr auto of_abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  EXPECT_EQ(content_.keep(file_of("a.txt", "abc")), of_abc);  // FIPS 180-4, example B.1
  EXPECT_EQ(content_.keep(file_of("b.txt", "abc")), of_abc);
  EXPECT_EQ(content_.read(of_abc), "abc");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path() / "attachments"), {}), 1);
}

TEST_F(AttachmentFilesTest, ContentThatWasChangedOnDiskIsNotServed) {
  const auto name = *content_.keep(file_of("a.txt", "abc"));
  std::ofstream(folder_.path() / "attachments" / name) << "abd";
  EXPECT_EQ(content_.read(name).error().code, "attachment-missing");
}

TEST_F(AttachmentFilesTest, ContentThatNoEventNamesIsCollectedAfterADay) {
  const auto named = *content_.keep(file_of("a.txt", "a"));
  const auto orphan = *content_.keep(file_of("b.txt", "b"));
  EXPECT_EQ(content_.collect({named}), 0);
  age(folder_.path() / "attachments" / named);
  age(folder_.path() / "attachments" / orphan);
  EXPECT_EQ(content_.collect({named}), 1);
  EXPECT_TRUE(content_.read(named));
  EXPECT_FALSE(content_.read(orphan));
}

TEST_F(AttachmentFilesTest, AFileIsWhatItsBytesSay) {
  EXPECT_EQ(media_type_of(file_of("foto.pdf", signed_picture())), "image/png");
  EXPECT_EQ(media_type_of(file_of("a.txt", "Plano de ação\n")), "text/plain");
}

TEST_F(AttachmentFilesTest, AProgramIsNotTakenWhateverItIsCalled) {
  const auto refused = media_type_of(file_of("relatorio.pdf", "#!/bin/sh\nrm -rf ~\n"));
  EXPECT_EQ(refused.error().code, "file-type");
  EXPECT_EQ(refused.error().field, "upload");
}

TEST_F(AttachmentFilesTest, ClamdIsSentTheWholeFileAndBelieved) {
  const std::string bytes(200'000, 'x');
  const auto socket = folder_.path() / "clamd";
  server_tests::FakeClamd clamd(socket, "stream: OK");
  EXPECT_EQ(check_for_malware(file_of("a.txt", bytes), socket), MalwareCheck::Clean);
  EXPECT_EQ(clamd.heard(), std::string("zINSTREAM\0", 10) + bytes);
}

TEST_F(AttachmentFilesTest, WhatClamdFindsIsRefusedByItsName) {
  const auto socket = folder_.path() / "clamd";
  server_tests::FakeClamd clamd(socket, "stream: Win.Test.EICAR_HDB-1 FOUND");
  const auto refused = check_for_malware(file_of("a.txt", "x"), socket);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "malware-found");
  EXPECT_TRUE(refused.error().pt.contains("(Win.Test.EICAR_HDB-1)"));
}

TEST_F(AttachmentFilesTest, WhatClamdCannotCheckIsNotTaken) {
  const auto file = file_of("a.txt", "x");
  const auto nobody_there = check_for_malware(file, folder_.path() / "no-socket");
  ASSERT_FALSE(nobody_there);
  EXPECT_EQ(nobody_there.error().code, "malware-check-unavailable");
  const auto socket = folder_.path() / "clamd";
  server_tests::FakeClamd clamd(socket, "Can't allocate memory ERROR");
  EXPECT_EQ(check_for_malware(file, socket).error().code, "malware-check-unavailable");
}

TEST_F(AttachmentFilesTest, WhatIsLargerThanClamdTakesIsToldAsSuch) {
  constexpr std::size_t most = 100'000;
  const auto socket = folder_.path() / "clamd";
  server_tests::FakeClamd clamd(socket, "INSTREAM size limit exceeded. ERROR", most);
  const auto refused = check_for_malware(file_of("a.txt", std::string(8'000'000, 'x')), socket);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "malware-check-too-large");
  EXPECT_EQ(refused.error().kind, core::ErrorKind::TooLarge);
  EXPECT_EQ(refused.error().field, "upload");
}

TEST_F(AttachmentFilesTest, WithoutClamdTheFileIsSaidToBeUnchecked) {
  EXPECT_EQ(check_for_malware(file_of("a.txt", "x"), std::nullopt), MalwareCheck::NotChecked);
}

}  // namespace
