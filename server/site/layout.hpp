#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/http/message.hpp"
#include "server/site/templates.hpp"

namespace server::site {

struct Crumb {
  std::string trail_label;
  std::string trail_href;
  FIELDS(trail_label, trail_href)
};

/// What stands around every page; the menu and the responsible entity are added in rendering.
struct Frame {
  std::string title;
  std::string description;
  bool demonstration = false;   ///< scores and awards are invented, and the page says so
  std::string menu_entry = {};  ///< the menu's address under which the page lies
  std::vector<Crumb> trail = {};
  std::optional<std::string> here = {};  ///< the page's own name in the trail
};

/// Where the menu leads; the edition is the one shown first.
struct Menu {
  std::string edition_href;
  std::string results_href;  ///< empty until there are any
};

[[nodiscard]] http::Response page_response(const Templates& templates, const Frame& frame,
                                           const Menu& menu, const std::string& body,
                                           int status = 200);

inline constexpr auto responsible_entity = "Secretariado do programa Autarquia Solidária";

}  // namespace server::site
