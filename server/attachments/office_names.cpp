#include "server/attachments/office_names.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <list>
#include <memory>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace server::attachments {
namespace {

using core::fail;
using core::Result;

/// Elements that hold a name: OpenDocument 1.3, 4.3.2 and 7.5 (comments, changes, fields of the
/// author and the sender), and ECMA-376, 18.7.2 (authors of a sheet's comments).
constexpr std::array<std::string_view, 9> elements = {
    "dc:creator",           "meta:creator-initials", "loext:sender-initials",
    "text:author-name",     "text:author-initials",  "text:creator",
    "text:initial-creator", "text:printed-by",       "author"};
constexpr std::string_view sender_fields = "text:sender-";

struct Named {
  std::string_view element;  ///< empty: of every element
  std::string_view attribute;
};

/// Attributes that do: ECMA-376, 17.13 (changes and comments of a text) and 19.4 (of slides), and
/// what Microsoft writes beside it ([MS-DOCX] person, [MS-XLSX] absPath and person).
constexpr std::array attributes = {Named{"", "w:author"},
                                   Named{"", "w:initials"},
                                   Named{"", "w15:author"},
                                   Named{"", "w15:userId"},
                                   Named{"p:cmAuthor", "name"},
                                   Named{"p:cmAuthor", "initials"},
                                   Named{"person", "userId"},
                                   Named{"person", "displayName"},
                                   Named{"p188:author", "name"},
                                   Named{"p188:author", "userId"},
                                   Named{"p188:author", "initials"},
                                   Named{"x15ac:absPath", "url"}};

/// Blanks names in one part, and notes whether there were any.
class Blanker : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = node.name();
    if (std::ranges::find(elements, name) != elements.end() || name.starts_with(sender_fields))
      for (auto child : node.children())
        if (child.type() == pugi::node_pcdata || child.type() == pugi::node_cdata) blank(child);
    for (const auto& [element, attribute] : attributes)
      if (element.empty() || element == name)
        if (auto found = node.attribute(std::string(attribute).c_str());
            found && *found.value() != '\0')
          found_any_ = found.set_value("");
    return true;
  }

  [[nodiscard]] bool found_any() const { return found_any_; }

 private:
  void blank(pugi::xml_node& text) {
    if (*text.value() != '\0') found_any_ = text.set_value("");
  }

  bool found_any_ = false;
};

struct Text : pugi::xml_writer {
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

/// Nothing where the part has no name in it.
Result<std::optional<std::string>> without_names(const std::string& part) {
  pugi::xml_document document;
  if (!document.load_buffer(part.data(), part.size(), pugi::parse_full | pugi::parse_ws_pcdata))
    return fail(file_unreadable());
  Blanker blanker;
  document.traverse(blanker);
  if (!blanker.found_any()) return std::nullopt;
  Text written;
  document.save(written, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(written.text);
}

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
using Archive = std::unique_ptr<zip_t, Discard>;

struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};

Result<std::string> read(zip_t* archive, zip_uint64_t index, zip_uint64_t size) {
  constexpr zip_uint64_t most = 64 << 20;
  const std::unique_ptr<zip_file_t, CloseMember> member(zip_fopen_index(archive, index, 0));
  if (!member || size > most) return fail(file_unreadable());
  std::string bytes(size, '\0');
  if (zip_fread(member.get(), bytes.data(), size) != static_cast<zip_int64_t>(size))
    return fail(file_unreadable());
  return bytes;
}

/// `bytes` have to stay until the archive is closed.
bool replace(zip_t* archive, zip_uint64_t index, const std::string& bytes) {
  constexpr zip_uint16_t first_of_january_1980 = 0x21;
  auto* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
  if (source == nullptr) return false;
  if (zip_file_replace(archive, index, source, 0) != 0) {
    zip_source_free(source);
    return false;
  }
  return zip_file_set_dostime(archive, index, 0, first_of_january_1980, 0) == 0;
}

}  // namespace

core::Error file_unreadable() {
  return core::invalid("file-unreadable", "upload",
                       "O ficheiro está danificado ou protegido por palavra-passe.",
                       "The file is damaged or protected by a password.");
}

Result<void> blank_names(const std::filesystem::path& document) {
  Archive archive(zip_open(document.c_str(), 0, nullptr));
  if (!archive) return fail(file_unreadable());
  std::list<std::string> replaced;
  const auto members = zip_get_num_entries(archive.get(), 0);
  for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(members); ++index) {
    zip_stat_t stat;
    if (zip_stat_index(archive.get(), index, 0, &stat) != 0) return fail(file_unreadable());
    if (!std::string_view(stat.name).ends_with(".xml")) continue;
    const auto part = read(archive.get(), index, stat.size);
    if (!part) return fail(part.error());
    auto blanked = without_names(*part);
    if (!blanked) return fail(std::move(blanked.error()));
    if (!*blanked) continue;
    replaced.push_back(**std::move(blanked));
    if (!replace(archive.get(), index, replaced.back())) return fail(file_unreadable());
  }
  if (zip_close(archive.get()) != 0) return fail(file_unreadable());
  static_cast<void>(archive.release());  // closed
  return {};
}

}  // namespace server::attachments
