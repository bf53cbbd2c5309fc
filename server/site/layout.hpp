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

/// What one page puts around itself.
struct Frame {
  std::string title;
  std::string description;
  std::string menu_entry = {};  ///< the menu's address under which the page lies
  std::vector<Crumb> trail = {};
  std::optional<std::string> here = {};  ///< the page's own name in the trail
};

/// What stands around every page alike: where the menu leads, and whether the data are a
/// demonstration's, which every page then says.
struct Surroundings {
  bool demonstration = false;
  std::string edition_href;  ///< of the edition shown first
  std::string results_href;  ///< empty until there are any
};

[[nodiscard]] http::Response page_response(const Templates& templates, const Frame& frame,
                                           const Surroundings& around, const std::string& body,
                                           int status = 200);

inline constexpr auto responsible_entity = "Secretariado do programa Autarquia Solidária";

}  // namespace server::site
