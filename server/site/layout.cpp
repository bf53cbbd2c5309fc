#include "server/site/layout.hpp"

namespace server::site {
namespace {

struct MenuEntry {
  std::string menu_label;
  std::string menu_href;
  bool current = false;
  FIELDS(menu_label, menu_href, current)
};

struct Layout {
  std::string title;
  std::string description;
  bool demonstration = false;
  std::vector<MenuEntry> menu;
  std::vector<Crumb> trail;
  std::optional<std::string> here;
  std::string responsible_entity;
  std::optional<std::string> contact_email;
  std::string body;  ///< HTML, rendered before
  FIELDS(title, description, demonstration, menu, trail, here, responsible_entity, contact_email,
         body)
};

std::vector<MenuEntry> entries(const Surroundings& around, const std::string& current) {
  std::vector<MenuEntry> entries;
  const auto add = [&](const char* label, const std::string& href) {
    if (!href.empty()) entries.push_back({label, href, href == current});
  };
  add("Edição", around.edition_href);
  add("Resultados", around.results_href);
  add("Observatório", "/observatorio");
  add("Autarquias", "/autarquias");
  return entries;
}

}  // namespace

http::Response page_response(const Templates& templates, const Frame& frame,
                             const Surroundings& around, const std::string& body, int status) {
  const Layout layout{
      frame.title, frame.description, around.demonstration, entries(around, frame.menu_entry),
      frame.trail, frame.here,        responsible_entity,   std::nullopt,
      body};
  return {status,
          {{"Content-Type", "text/html; charset=utf-8"},
           {"Content-Language", "pt-PT"},
           {"Cache-Control", "no-cache"}},
          templates.render("layout", layout)};
}

}  // namespace server::site
