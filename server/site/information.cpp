#include <fmt/format.h>

#include "server/site/site.hpp"

/// The pages about the site itself.
namespace server::site {
namespace {

struct Nothing {
  NO_FIELDS()
};

struct AccessibilityView {
  std::string responsible_entity;
  std::optional<std::string> contact_email;
  std::string conformity_text;
  std::vector<std::string> checks;
  std::vector<std::string> gaps;
  std::string prepared_text;
  std::string prepared_datetime;
  FIELDS(responsible_entity, contact_email, conformity_text, checks, gaps, prepared_text,
         prepared_datetime)
};

struct RouteView {
  std::string route_path;
  std::string route_summary;
  FIELDS(route_path, route_summary)
};

struct InterfacesView {
  std::string example_url;
  std::vector<RouteView> routes;
  FIELDS(example_url, routes)
};

Page page(const Visit& visit, const char* name, const char* title, const char* description,
          const auto& view) {
  return {{.title = title, .description = description, .trail = {{"Início", "/"}}, .here = title},
          visit.templates.render(name, view)};
}

}  // namespace

std::optional<Page> accessibility_page(const Visit& visit) {
  const AccessibilityView view{
      .responsible_entity = responsible_entity,
      .contact_email = std::nullopt,
      .conformity_text =
          "Procuramos cumprir as WCAG 2.2, nível AA. Os testes automáticos não "
          "encontram falhas, mas ainda não houve uma avaliação manual completa.",
      .checks = {"Testes automáticos com axe em todas as páginas públicas, a 1280 e a 390 píxeis "
                 "de largura.",
                 "Percurso de todas as páginas só com o teclado."},
      .gaps = {"Falta uma avaliação manual por especialistas e com utilizadores."},
      .prepared_text = "21 de novembro de 2026",
      .prepared_datetime = "2026-11-21"};
  return page(visit, "accessibility", "Declaração de acessibilidade",
              "Em que ponto está a acessibilidade deste sítio e como pedir ajuda.", view);
}

std::optional<Page> credits_page(const Visit& visit) {
  return page(visit, "credits", "Créditos e fontes dos dados",
              "De onde vêm os dados, os textos e o programa.", Nothing());
}

std::optional<Page> interfaces_page(const Visit& visit) {
  const InterfacesView view{
      .example_url = fmt::format("http://{}/api/v1/editions", visit.request.header("host")),
      .routes = {
          {"/api/v1/editions", "As edições, com o regulamento de cada uma"},
          {"/api/v1/editions/{edition}", "Uma edição e o seu regulamento"},
          {"/api/v1/editions/{edition}/results", "O resultado publicado de uma edição"},
          {"/api/v1/practices", "As boas práticas; procura por texto, tema e região"},
          {"/api/v1/practices/{practice}", "Uma boa prática, com as suas versões"},
          {"/api/v1/entities", "As autarquias; procura por nome, categoria e região"},
          {"/api/v1/entities/{entity}", "Uma autarquia, pelo seu código"},
          {"/api/v1/openapi.json", "A descrição de todos os endereços"},
          {"/log/checkpoint", "O estado do registo, assinado"},
          {"/log/tile/{nível}/{índice}", "Os resumos que provam o que está no registo"},
          {"/log/key", "A chave pública que verifica as assinaturas do registo"},
      }};
  return page(visit, "interfaces", "Dados abertos",
              "Como obter os dados deste sítio, sem registo e sem chave.", view);
}

}  // namespace server::site
