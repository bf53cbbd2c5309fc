#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/http/router.hpp"
#include "server/site/layout.hpp"
#include "server/site/templates.hpp"

namespace server {
class Application;
}

namespace server::site {

/// A page before its frame is put around it; nothing: there is no such page.
struct Page {
  Frame frame;
  std::string body;
};

/// What a page is made from.
struct Visit {
  const http::Request& request;
  Application& app;
  const Templates& templates;
};

using PageMaker = std::function<std::optional<Page>(const Visit&)>;

/// A line of the table of pages.
struct PageRoute {
  std::string pattern;
  PageMaker make;
};

/// The public pages: HTML from the server, whole without JavaScript.
class Site {
 public:
  /// Reads the templates and the files served with them.
  Site();

  [[nodiscard]] std::vector<http::Route> routes(Application& app) const;

  /// The page for what cannot be served; asks nothing of the rest of the program.
  [[nodiscard]] http::Response error_page(int status, const http::Request& request) const;

 private:
  [[nodiscard]] http::Response show(const PageRoute& page, const http::Request& request,
                                    Application& app) const;

  Templates templates_;
};

/// The pages, each in the file of its name.
[[nodiscard]] std::optional<Page> home_page(const Visit& visit);
[[nodiscard]] std::optional<Page> edition_page(const Visit& visit);
[[nodiscard]] std::optional<Page> results_page(const Visit& visit);
[[nodiscard]] std::optional<Page> observatory_page(const Visit& visit);
[[nodiscard]] std::optional<Page> practice_page(const Visit& visit);
[[nodiscard]] std::optional<Page> entities_page(const Visit& visit);
[[nodiscard]] std::optional<Page> accessibility_page(const Visit& visit);
[[nodiscard]] std::optional<Page> credits_page(const Visit& visit);
[[nodiscard]] std::optional<Page> interfaces_page(const Visit& visit);

}  // namespace server::site
