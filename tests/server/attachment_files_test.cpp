#include <gtest/gtest.h>
#include <zip.h>

#include <chrono>
#include <fstream>
#include <iterator>

#include "server/attachments/anonymous_copy.hpp"
#include "server/attachments/content.hpp"
#include "server/attachments/malware.hpp"
#include "server/attachments/media_type.hpp"
#include "server/attachments/office_names.hpp"
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

TEST_F(AttachmentFilesTest, JurorsGetACopyWithoutItsAuthor) {
  const auto file = file_of("foto", signed_picture());
  const auto copy = folder_.path() / "copy";
  ASSERT_TRUE(write_anonymous_copy(file, "image/png", copy));
  EXPECT_TRUE(bytes_of(file).contains("Maria Ferreira"));
  EXPECT_FALSE(bytes_of(copy).contains("Maria Ferreira"));
  EXPECT_EQ(media_type_of(copy), "image/png");
  EXPECT_FALSE(fs::exists(copy.string() + ".work"));
}

/// An archive of these parts.
std::string archive_of(const fs::path& file,
                       const std::vector<std::pair<std::string, std::string>>& parts) {
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
  for (const auto& [name, bytes] : parts) {
    auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    zip_file_add(archive, name.c_str(), source, 0);
  }
  zip_set_file_compression(archive, 0, ZIP_CM_STORE, 0);
  EXPECT_EQ(zip_close(archive), 0);
  return file;
}

std::string part_of(const fs::path& file, const char* name) {
  zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
  EXPECT_NE(archive, nullptr);
  std::string bytes(4096, '\0');
  zip_file_t* part = zip_fopen(archive, name, 0);
  bytes.resize(static_cast<std::size_t>(zip_fread(part, bytes.data(), bytes.size())));
  zip_fclose(part);
  zip_discard(archive);
  return bytes;
}

TEST_F(AttachmentFilesTest, JurorsGetATextWithItsCommentsAndNotWhoWroteThem) {
  const auto file = folder_.path() / "relatorio.odt";
  archive_of(
      file,
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"META-INF/manifest.xml",
        R"(<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>)"},
       {"content.xml", R"(<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" )"
                       R"(xmlns:dc="urn:d" xmlns:meta="urn:m"><text:p>Maria Ferreira preside. )"
                       R"(<office:annotation><dc:creator>Maria Ferreira</dc:creator>)"
                       R"(<meta:creator-initials>MF</meta:creator-initials>)"
                       R"(<text:p>Falta a ata.</text:p></office:annotation></text:p>)"
                       R"(</office:document-content>)"}});
  const auto type = media_type_of(file).value();
  const auto copy = folder_.path() / "copy";
  ASSERT_TRUE(write_anonymous_copy(file, type, copy));
  const auto text = part_of(copy, "content.xml");
  EXPECT_TRUE(text.contains("<text:p>Maria Ferreira preside. ")) << "what is shown stays";
  EXPECT_TRUE(text.contains("Falta a ata."));
  EXPECT_FALSE(text.contains(">Maria Ferreira<")) << text;
  EXPECT_FALSE(text.contains(">MF<"));
  EXPECT_EQ(media_type_of(copy), type);
}

TEST_F(AttachmentFilesTest, JurorsGetASheetWithoutTheFolderItWasSavedIn) {
  const auto file = folder_.path() / "contas.xlsx";
  archive_of(file,
             {{"[Content_Types].xml", "<Types/>"},
              {"xl/workbook.xml", R"(<workbook><x15ac:absPath xmlns:x15ac="urn:x" )"
                                  R"(url="C:\Users\maria.ferreira\"/><sheets/></workbook>)"},
              {"xl/comments1.xml",
               R"(<comments><authors><author>Maria Ferreira</author></authors></comments>)"}});
  ASSERT_TRUE(blank_names(file));
  EXPECT_FALSE(part_of(file, "xl/workbook.xml").contains("maria"));
  EXPECT_TRUE(part_of(file, "xl/workbook.xml").contains("<sheets"));
  EXPECT_FALSE(part_of(file, "xl/comments1.xml").contains("Maria"));
}

TEST_F(AttachmentFilesTest, JurorsGetAReviewedTextWithoutItsReviewers) {
  const auto file = folder_.path() / "acordo.docx";
  archive_of(file, {{"[Content_Types].xml", "<Types/>"},
                    {"word/footer1.xml",
                     R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
                     R"(<w:ftr xmlns:w="urn:w"><w:rPrChange w:id="1" w:author="Maria Ferreira" )"
                     R"(w:date="2021-03-01T10:00:00Z"/><w:t>P. 1</w:t></w:ftr>)"}});
  ASSERT_TRUE(blank_names(file));
  EXPECT_EQ(part_of(file, "word/footer1.xml"),
            R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)"
            R"(<w:ftr xmlns:w="urn:w"><w:rPrChange w:id="1" w:author="" )"
            R"(w:date="2021-03-01T10:00:00Z"/><w:t>P. 1</w:t></w:ftr>)");
}

TEST_F(AttachmentFilesTest, AnOfficeDocumentThatIsNoXmlIsRefused) {
  const auto file = folder_.path() / "acordo.docx";
  archive_of(file, {{"word/document.xml", "<w:document><w:p>"}});
  EXPECT_EQ(blank_names(file).error().code, "file-unreadable");
  EXPECT_EQ(blank_names(file_of("b.docx", "PK")).error().code, "file-unreadable");
}

TEST_F(AttachmentFilesTest, AFileThatCannotBeClearedIsRefused) {
  const auto file = file_of("foto", signed_picture().substr(0, 40));
  const auto refused = write_anonymous_copy(file, "image/png", folder_.path() / "copy");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "file-unreadable");
  EXPECT_FALSE(fs::exists(folder_.path() / "copy"));
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
