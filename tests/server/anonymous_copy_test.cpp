#include "server/attachments/anonymous_copy.hpp"

#include <gtest/gtest.h>
#include <zip.h>

#include <fstream>
#include <iterator>

#include "server/attachments/media_type.hpp"
#include "server/attachments/office_copy.hpp"
#include "tests/server/signed_picture.hpp"
#include "tests/server/temporary_folder.hpp"

/// What jurors read of a file where they are not to know its authors.
namespace {

using namespace server::attachments;
namespace fs = std::filesystem;

using server_tests::signed_picture;

using Parts = std::vector<std::pair<std::string, std::string>>;

std::string bytes_of(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class AnonymousCopy : public testing::Test {
 protected:
  fs::path file_of(const std::string& name, const std::string& bytes) {
    const auto file = folder_.path() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  fs::path archive_of(const std::string& name, const Parts& parts) {
    const auto file = folder_.path() / name;
    zip_t* archive = zip_open(file.c_str(), ZIP_CREATE | ZIP_TRUNCATE, nullptr);
    for (const auto& [part, bytes] : parts) {
      auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
      zip_file_add(archive, part.c_str(), source, 0);
    }
    zip_set_file_compression(archive, 0, ZIP_CM_STORE, 0);
    EXPECT_EQ(zip_close(archive), 0);
    return file;
  }
  /// By name; those that were taken out are not among them.
  static std::map<std::string, std::string> parts_of(const fs::path& file) {
    std::map<std::string, std::string> parts;
    zip_t* archive = zip_open(file.c_str(), ZIP_RDONLY, nullptr);
    if (archive == nullptr) return parts;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive, 0); ++i) {
      zip_stat_t stat;
      zip_stat_index(archive, static_cast<zip_uint64_t>(i), 0, &stat);
      std::string bytes(stat.size, '\0');
      zip_file_t* part = zip_fopen_index(archive, static_cast<zip_uint64_t>(i), 0);
      zip_fread(part, bytes.data(), bytes.size());
      zip_fclose(part);
      parts.emplace(stat.name, bytes);
    }
    zip_discard(archive);
    return parts;
  }
  static std::map<std::string, std::string> cleared(const fs::path& document) {
    const auto done = clear_office_document(document);
    EXPECT_TRUE(done) << done.error().en;
    return parts_of(document);
  }

  server_tests::TemporaryFolder folder_;
};

const std::pair<std::string, std::string> types = {"[Content_Types].xml", "<Types/>"};

TEST_F(AnonymousCopy, OfAPictureIsThePictureWithoutItsAuthor) {
  const auto file = file_of("foto", signed_picture());
  const auto copy = folder_.path() / "copy";
  ASSERT_TRUE(write_anonymous_copy(file, "image/png", copy));
  EXPECT_TRUE(bytes_of(file).contains("Maria Ferreira"));
  EXPECT_FALSE(bytes_of(copy).contains("Maria Ferreira"));
  EXPECT_EQ(media_type_of(copy), "image/png");
  EXPECT_FALSE(fs::exists(copy.string() + ".work"));
}

/// A JPEG of one pixel whose Exif says how it is turned, and who took it.
std::string turned_photograph() {
  using namespace std::string_literals;
  const auto exif =
      "Exif\0\0MM\0*\0\0\0\x08\0\x02"
      "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
      "\x01\x3b\0\x02\0\0\0\x0f\0\0\0\x26\0\0\0\0Maria Ferreira\0"s;
  const auto app1 = "\xff\xe1\0"s + static_cast<char>(exif.size() + 2) + exif;
  const auto pixel = "\xff\xdb\0\x43\0"s + std::string(64, '\x01') +
                     "\xff\xc0\0\x0b\x08\0\x01\0\x01\x01\x01\x11\0"
                     "\xff\xc4\0\x14\0\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                     "\xff\xc4\0\x14\x10\x01\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                     "\xff\xda\0\x08\x01\x01\0\0\x3f\0\x3f\xff\xd9"s;
  return "\xff\xd8"s + app1 + pixel;
}

TEST_F(AnonymousCopy, OfAPhotographIsTurnedAsItWas) {
  const auto file = file_of("foto", turned_photograph());
  const auto copy = folder_.path() / "copy";
  ASSERT_TRUE(write_anonymous_copy(file, "image/jpeg", copy));
  const auto bytes = bytes_of(copy);
  EXPECT_FALSE(bytes.contains("Maria Ferreira"));
  const std::string turned("\x01\x12\0\x03\0\0\0\x01\0\x06", 10);
  EXPECT_TRUE(bytes.contains(turned)) << "the orientation that stood in it";
}

TEST_F(AnonymousCopy, OfATextHasItsCommentsAndNotWhoWroteThem) {
  const auto file = archive_of(
      "relatorio.odt",
      {{"mimetype", "application/vnd.oasis.opendocument.text"},
       {"META-INF/manifest.xml",
        R"(<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>)"},
       {"content.xml", R"(<office:document-content xmlns:office="urn:o" xmlns:text="urn:t" )"
                       R"(xmlns:dc="urn:d" xmlns:meta="urn:m"><text:p>Maria Ferreira preside. )"
                       R"(<office:annotation><dc:creator>Maria Ferreira</dc:creator>)"
                       R"(<meta:creator-initials>MF</meta:creator-initials>)"
                       R"(<text:p>Falta a ata.</text:p></office:annotation></text:p>)"
                       R"(</office:document-content>)"},
       {"meta.xml", R"(<office:document-meta xmlns:office="urn:o"><office:meta>)"
                    R"(<meta:initial-creator>Maria Ferreira</meta:initial-creator>)"
                    R"(<dc:title>Plano</dc:title><meta:user-defined>Maria</meta:user-defined>)"
                    R"(</office:meta></office:document-meta>)"}});
  const auto type = media_type_of(file).value();
  const auto copy = folder_.path() / "copy";
  ASSERT_TRUE(write_anonymous_copy(file, type, copy));
  const auto parts = parts_of(copy);
  const auto& text = parts.at("content.xml");
  EXPECT_TRUE(text.contains("<text:p>Maria Ferreira preside. ")) << "what is shown stays";
  EXPECT_TRUE(text.contains("Falta a ata."));
  EXPECT_FALSE(text.contains(">Maria Ferreira<")) << text;
  EXPECT_FALSE(text.contains(">MF<"));
  EXPECT_EQ(parts.at("meta.xml"), R"(<office:document-meta xmlns:office="urn:o"><office:meta>)"
                                  R"(<dc:title>Plano</dc:title></office:meta>)"
                                  R"(</office:document-meta>)");
  EXPECT_EQ(media_type_of(copy), type);
}

TEST_F(AnonymousCopy, OfASheetIsTheSheetWithoutTheFolderAndThePrinterOfItsAuthor) {
  const std::string sheet =
      R"(<worksheet xmlns:r="urn:r"><sheetData><row><c><v>1250</v></c></row></sheetData>)"
      R"(<pageSetup orientation="landscape")";
  const auto parts = cleared(archive_of(
      "contas.xlsx",
      {types,
       {"xl/workbook.xml", R"(<workbook><x15ac:absPath xmlns:x15ac="urn:x" )"
                           R"(url="C:\Users\maria.ferreira\"/><sheets/></workbook>)"},
       {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="rId1" )"
                                      R"(Target="worksheets/sheet1.xml"/></Relationships>)"},
       {"xl/worksheets/sheet1.xml", sheet + R"( r:id="rId1"/></worksheet>)"},
       {"xl/worksheets/_rels/sheet1.xml.rels",
        R"(<Relationships><Relationship Id="rId1" )"
        R"(Target="../printerSettings/printerSettings1.bin"/></Relationships>)"},
       {"xl/printerSettings/printerSettings1.bin", "M\0a\0r\0i\0a"},
       {"xl/comments1.xml",
        R"(<comments><authors><author>Maria Ferreira</author></authors></comments>)"}}));
  EXPECT_EQ(parts.at("xl/workbook.xml"),
            R"(<workbook><x15ac:absPath xmlns:x15ac="urn:x" url=""/><sheets/></workbook>)");
  EXPECT_TRUE(parts.at("xl/_rels/workbook.xml.rels").contains("sheet1.xml"));
  EXPECT_EQ(parts.at("xl/worksheets/sheet1.xml"), sheet + "/></worksheet>");
  EXPECT_EQ(parts.at("xl/worksheets/_rels/sheet1.xml.rels"), "<Relationships/>");
  EXPECT_FALSE(parts.contains("xl/printerSettings/printerSettings1.bin"));
  EXPECT_FALSE(parts.at("xl/comments1.xml").contains("Maria"));
}

TEST_F(AnonymousCopy, OfAReviewedTextIsInItsOrderWithoutItsReviewers) {
  const auto text = [](const std::string& author) {
    return R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="urn:w">)"
           R"(<w:body><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t xml:space="preserve">um </w:t></w:r>)"
           R"(</w:p><w:tbl><w:tr/></w:tbl><w:p><w:ins w:id="1" w:author=")" +
           author +
           R"(" w:date="2021-03-01T10:00:00Z"><w:r/><w:r/></w:ins></w:p><w:sectPr/></w:body>)"
           R"(</w:document>)";
  };
  const auto parts = cleared(archive_of(
      "acordo.docx", {types,
                      {"word/document.xml", text("Maria Ferreira")},
                      {"word/numbering.xml", "<w:numbering xmlns:w=\"urn:w\"/>"},
                      {"docProps/core.xml",
                       "<cp:coreProperties><dc:creator>Maria</dc:creator>"
                       "<dc:title>Acordo</dc:title><cp:revision>7</cp:revision>"
                       "</cp:coreProperties>"},
                      {"docProps/app.xml", "<Properties><Manager>Maria</Manager></Properties>"},
                      {"customXml/item1.xml",
                       "<p:properties><SharedWithUsers>Maria</SharedWithUsers>"
                       "</p:properties>"},
                      {"customXml/item2.xml",
                       "<CoverPageProperties><Abstract>Um resumo</Abstract>"
                       "</CoverPageProperties>"}}));
  EXPECT_EQ(parts.at("word/document.xml"), text(""));
  EXPECT_TRUE(parts.contains("word/numbering.xml"));
  EXPECT_EQ(parts.at("docProps/core.xml"),
            "<cp:coreProperties><dc:title>Acordo</dc:title></cp:coreProperties>");
  EXPECT_EQ(parts.at("docProps/app.xml"), "<Properties/>");
  EXPECT_EQ(parts.at("customXml/item1.xml"), "<p:properties/>");
  EXPECT_TRUE(parts.at("customXml/item2.xml").contains("Um resumo"));
}

TEST_F(AnonymousCopy, OfSlidesClearsThePicturesAndDocumentsInThem) {
  const auto chart = archive_of("contas.xlsx", {types,
                                                {"docProps/core.xml",
                                                 "<cp:coreProperties><dc:creator>Maria Ferreira"
                                                 "</dc:creator></cp:coreProperties>"},
                                                {"xl/worksheets/sheet1.xml", "<worksheet/>"}});
  const auto slides = archive_of(
      "plano.pptx",
      {types,
       {"ppt/slides/slide1.xml", "<p:sld/>"},
       {"ppt/media/image1.png", signed_picture()},
       {"ppt/embeddings/Microsoft_Excel_Sheet1.xlsx", bytes_of(chart)},
       {"ppt/embeddings/oleObject1.bin", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 Maria Ferreira"}});
  auto parts = cleared(slides);
  EXPECT_EQ(parts.at("ppt/slides/slide1.xml"), "<p:sld/>");
  EXPECT_EQ(parts.at("ppt/embeddings/oleObject1.bin"), "");
  EXPECT_TRUE(parts.at("ppt/media/image1.png").starts_with("\x89PNG"));
  EXPECT_FALSE(parts.at("ppt/media/image1.png").contains("Maria Ferreira"));
  const auto inner =
      parts_of(file_of("inner.xlsx", parts.at("ppt/embeddings/Microsoft_Excel_Sheet1.xlsx")));
  EXPECT_EQ(inner.at("docProps/core.xml"), "<cp:coreProperties/>");
  EXPECT_EQ(inner.at("xl/worksheets/sheet1.xml"), "<worksheet/>");
}

TEST_F(AnonymousCopy, EndsWhereDocumentsStandInDocumentsWithoutEnd) {
  auto inmost = bytes_of(archive_of("0.docx", {types}));
  for (int i = 1; i < 10; ++i)
    inmost = bytes_of(
        archive_of(std::to_string(i) + ".docx", {types, {"word/embeddings/one.docx", inmost}}));
  auto document = file_of("outer.docx", inmost);
  for (int i = 0; i < 3; ++i) {
    const auto inner = cleared(document).at("word/embeddings/one.docx");
    if (i == 2)
      EXPECT_EQ(inner, "");
    else
      document = file_of("inner.docx", inner);
  }
}

TEST_F(AnonymousCopy, IsMadeOfNoDocumentWhoseDocumentsSwellTogether) {
  const auto inner =
      archive_of("inner.docx", {types, {"word/media/a.bin", std::string(60 << 20, ' ')}});
  Parts parts = {types};
  for (int i = 0; i < 9; ++i)
    parts.emplace_back("word/embeddings/" + std::to_string(i), bytes_of(inner));
  const auto swollen = archive_of("outer.docx", parts);
  EXPECT_LT(fs::file_size(swollen), 25U << 20) << "it is taken as an attachment";
  EXPECT_EQ(clear_office_document(swollen).error().code, "file-unreadable");
}

TEST_F(AnonymousCopy, IsMadeOfNoDocumentThatIsNoXml) {
  const auto torn = archive_of("acordo.docx", {{"word/document.xml", "<w:document><w:p>"}});
  EXPECT_EQ(clear_office_document(torn).error().code, "file-unreadable");
  EXPECT_EQ(clear_office_document(file_of("b.docx", "PK")).error().code, "file-unreadable");
}

TEST_F(AnonymousCopy, IsMadeOfNoFileThatCannotBeCleared) {
  const auto file = file_of("foto", signed_picture().substr(0, 40));
  const auto refused = write_anonymous_copy(file, "image/png", folder_.path() / "copy");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, "file-unreadable");
  EXPECT_FALSE(fs::exists(folder_.path() / "copy"));
}

}  // namespace
