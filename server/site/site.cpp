#include "server/site/site.hpp"

#include "projections/editions.hpp"
#include "projections/results.hpp"
#include "server/application.hpp"
#include "server/problem.hpp"
#include "server/share.hpp"
#include "server/site/shown_edition.hpp"

namespace server::site {
namespace {

struct StaticFile {
  const char* name;
  const char* media_type;
};

constexpr StaticFile static_files[] = {{"site.css", "text/css; charset=utf-8"},
                                       {"marca.svg", "image/svg+xml"},
                                       {"noto-sans.woff2", "font/woff2"}};

const std::vector<PageRoute>& pages() {
  static const std::vector<PageRoute> all = {
      {"/", home_page},
      {"/edicoes/{edition}", edition_page},
      {"/edicoes/{edition}/resultados", results_page},
      {"/observatorio", observatory_page},
      {"/observatorio/{practice}", practice_page},
      {"/autarquias", entities_page},
      {"/acessibilidade", accessibility_page},
      {"/creditos", credits_page},
      {"/dados", interfaces_page},
  };
  return all;
}

http::Route static_route(const StaticFile& file) {
  auto content = read_file(shared_file("build/site") / file.name);
  if (!content) throw std::runtime_error(content.error().en + " " + content.error().field);
  return {http::Method::Get, std::string("/estaticos/") + file.name, http::Work::Read,
          [response = http::Response{
               200,
               {{"Content-Type", file.media_type}, {"Cache-Control", "public, max-age=3600"}},
               *std::move(content)}](const http::Request&) { return response; }};
}

struct ErrorView {
  std::string status;
  std::string heading;
  std::string detail;
  std::optional<std::string> reference;
  FIELDS(status, heading, detail, reference)
};

}  // namespace

Site::Site() : templates_(shared_file("web-client/site/templates")) {}

std::vector<http::Route> Site::routes(Application& app) const {
  std::vector<http::Route> routes;
  for (const auto& page : pages())
    routes.push_back(
        {http::Method::Get, page.pattern, http::Work::Read,
         [this, &page, &app](const http::Request& request) { return show(page, request, app); }});
  for (const auto& file : static_files) routes.push_back(static_route(file));
  return routes;
}

http::Response Site::show(const PageRoute& page, const http::Request& request,
                          Application& app) const {
  const auto made = page.make({request, app, templates_});
  if (!made) return error_page(404, request);
  return page_response(templates_, made->frame, surroundings(app), made->body);
}

http::Response Site::error_page(int status, const http::Request& request) const {
  const auto error = error_of_status(status);
  const ErrorView view{
      std::to_string(status), status == 404 ? "Não encontrámos esta página" : "Isto não correu bem",
      status == 404 ? "O endereço pode ter mudado ou ter um erro de escrita." : error.pt,
      reference_of(status, request)};
  return page_response(templates_, {.title = view.heading, .description = error.pt}, {},
                       templates_.render("error", view), status);
}

}  // namespace server::site
