#include "server/attachments/office_part.hpp"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <vector>

#include "server/attachments/clearer.hpp"

namespace server::attachments {
namespace {

/// Properties that a text may show: [ECMA-376] part 2, 11.1, and OpenDocument 1.3, 4.3.
constexpr std::array<std::string_view, 9> shown_properties = {
    "dc:title",    "dc:subject",   "dc:description", "dc:language", "cp:keywords",
    "cp:category", "meta:keyword", "office:meta",    "cp:version"};

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

/// Blanks names in one part and notes what has to go, and whether there was any of either.
class Blanker : public pugi::xml_tree_walker {
 public:
  bool for_each(pugi::xml_node& node) override {
    const std::string_view name = node.name();
    if (is_of_person(name) || is_printer_setting(node))
      for (auto child : node.children()) blank(child);
    for (const auto& [element, attribute] : attributes)
      if (element.empty() || element == name) blank(node.attribute(std::string(attribute).c_str()));
    if (name == "pageSetup") found_any_ |= node.remove_attribute("r:id");
    if (refers_to_printer(node)) gone_.push_back(node);
    return true;
  }

  /// Takes out what has to go.
  void finish() {
    for (auto& node : gone_) found_any_ |= node.parent().remove_child(node);
  }
  [[nodiscard]] bool found_any() const { return found_any_; }

 private:
  static bool is_of_person(std::string_view name) {
    return std::ranges::find(elements, name) != elements.end() || name.starts_with(sender_fields);
  }
  static bool is_printer_setting(const pugi::xml_node& node) {
    return std::string_view(node.name()) == "config:config-item" &&
           std::string_view(node.attribute("config:name").value()).starts_with("Printer");
  }
  static bool refers_to_printer(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name == "w:printerSettings" ||
           (name == "Relationship" && is_of_printer(node.attribute("Target").value())) ||
           (name == "Override" && is_of_printer(node.attribute("PartName").value()));
  }
  void blank(pugi::xml_node text) {
    const bool is_text = text.type() == pugi::node_pcdata || text.type() == pugi::node_cdata;
    if (is_text && *text.value() != '\0') found_any_ |= text.set_value("");
  }
  void blank(pugi::xml_attribute attribute) {
    if (attribute && *attribute.value() != '\0') found_any_ |= attribute.set_value("");
  }

  std::vector<pugi::xml_node> gone_;
  bool found_any_ = false;
};

/// "docProps/core.xml", "Object 1/meta.xml", "customXml/item1.xml": what is known of a document.
bool is_of_properties(std::string_view name) {
  return name.starts_with("docProps/") || name == "meta.xml" || name.ends_with("/meta.xml") ||
         name.starts_with("customXml/item");
}

/// Whether any were taken out. What a cover page shows stays.
bool keep_shown(pugi::xml_node properties) {
  if (std::string_view(properties.name()) == "CoverPageProperties") return false;
  bool took_out = false;
  for (auto child = properties.first_child(); child;) {
    const auto one = child;
    child = child.next_sibling();
    if (std::ranges::find(shown_properties, std::string_view(one.name())) == shown_properties.end())
      took_out |= properties.remove_child(one);
    else if (std::string_view(one.name()) == "office:meta")
      took_out |= keep_shown(one);
  }
  return took_out;
}

struct Text : pugi::xml_writer {
  void write(const void* data, std::size_t size) override {
    text.append(static_cast<const char*>(data), size);
  }
  std::string text;
};

}  // namespace

bool is_of_printer(std::string_view name) {
  return name.contains("printerSettings");
}

core::Result<std::optional<std::string>> without_names(std::string_view name,
                                                       const std::string& part) {
  pugi::xml_document document;
  if (!document.load_buffer(part.data(), part.size(), pugi::parse_full | pugi::parse_ws_pcdata))
    return core::fail(file_unreadable());
  Blanker blanker;
  document.traverse(blanker);
  blanker.finish();
  const bool took_out = is_of_properties(name) && keep_shown(document.document_element());
  if (!took_out && !blanker.found_any()) return std::nullopt;
  Text written;
  document.save(written, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return std::move(written.text);
}

}  // namespace server::attachments
