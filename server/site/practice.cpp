#include <fmt/format.h>

#include <array>
#include <map>

#include "projections/observatory.hpp"
#include "server/application.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/practice_card.hpp"
#include "server/site/shown_edition.hpp"
#include "server/site/site.hpp"

namespace server::site {
namespace {

using projections::WholePractice;

struct Fact {
  std::string fact_label;
  std::string fact_text;
  FIELDS(fact_label, fact_text)
};

struct PartnersView {
  std::string support_kind;
  std::string partner_names;
  FIELDS(support_kind, partner_names)
};

struct SchemeView {
  std::string scheme_label;
  std::string scheme_values;
  FIELDS(scheme_label, scheme_values)
};

struct VersionView {
  std::string version_label;
  std::string version_text;
  std::string version_datetime;
  FIELDS(version_label, version_text, version_datetime)
};

/// A paragraph, the list that follows it, or both.
struct Passage {
  std::optional<std::string> paragraph;
  bool has_items = false;
  std::vector<std::string> items;
  FIELDS(paragraph, has_items, items)
};

struct PracticeView {
  std::string practice_title;
  std::string practice_summary;
  std::string phase;
  std::vector<Fact> facts;
  std::vector<Passage> about;
  std::vector<Passage> resources;
  std::vector<Passage> evidence;
  std::vector<Passage> difficulties;
  std::vector<Passage> potential;
  std::vector<PartnersView> partners;
  std::vector<SchemeView> classification;
  std::string origin_text;
  std::optional<std::string> origin_href;
  std::vector<VersionView> versions;
  std::optional<std::string> confirmed_text;
  std::optional<std::string> confirmed_datetime;
  std::string citation;
  FIELDS(practice_title, practice_summary, phase, facts, about, resources, evidence, difficulties,
         potential, partners, classification, origin_text, origin_href, versions, confirmed_text,
         confirmed_datetime, citation)
};

/// A line each; those that begin with a dash make up a list.
std::vector<Passage> passages(std::string_view text) {
  std::vector<Passage> passages;
  while (!text.empty()) {
    const auto end = text.find('\n');
    const auto line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.empty()) continue;
    const bool item = line.starts_with("- ");
    if (!item || passages.empty()) passages.emplace_back();
    if (item)
      passages.back().items.emplace_back(line.substr(2));
    else
      passages.back().paragraph = line;
    passages.back().has_items = item;
  }
  return passages;
}

std::string period_in_words(const practices::PracticePeriod& period) {
  if (period.first && period.last)
    return fmt::format("De {} a {}", day_in_words(*period.first), day_in_words(*period.last));
  if (period.first) return "Desde " + day_in_words(*period.first);
  return period.last ? "Até " + day_in_words(*period.last) : "";
}

/// Of who was erased, that alone is told.
std::string in_words(const practices::Contact& contact) {
  if (contact.name.is_erased() || !contact.email) return contact.name;
  return contact.name.text() + ", " + contact.email->text();
}

std::vector<Fact> facts_of(Application& app, const WholePractice& whole) {
  const auto& sheet = whole.practice.sheet;
  std::vector<Fact> facts = {
      {"Autarquia", fmt::format("{} ({})", whole.entity.name, whole.entity.code.text())}};
  const auto entity =
      projections::find_entity(*app.views().view("entities"), whole.practice.entity);
  if (entity)
    facts.push_back(
        {"Região", fmt::format("{}, {}, {}", entity->district, entity->nuts3, entity->nuts2)});
  if (!sheet.place.empty()) facts.push_back({"Lugar", sheet.place});
  if (const auto period = period_in_words(sheet.period); !period.empty())
    facts.push_back({"Período", period});
  facts.push_back({"Fase", std::string(name_of(sheet.phase))});
  if (sheet.contact.visible) facts.push_back({"Contacto", in_words(sheet.contact)});
  return facts;
}

std::vector<PartnersView> partners_of(const practices::Sheet& sheet) {
  constexpr std::array<std::string_view, 5> kinds = {"Apoio financeiro", "Apoio logístico",
                                                     "Apoio técnico", "Materiais", "Espaços"};
  std::map<practices::Support, std::vector<std::string>> by_kind;
  for (const auto& partner : sheet.partners) by_kind[partner.support].push_back(partner.name);
  std::vector<PartnersView> views;
  for (const auto& [kind, names] : by_kind)
    views.push_back({std::string(kinds.at(static_cast<std::size_t>(kind))), listed(names)});
  return views;
}

std::vector<SchemeView> classification_of(const practices::Classification& classification) {
  std::vector<SchemeView> views = {
      {"Tema", std::string(regulation::title_of(classification.theme).pt)}};
  std::vector<std::string> goals;
  for (const auto goal : classification.ods) goals.push_back(std::to_string(goal));
  if (!goals.empty()) views.push_back({"Objetivos de Desenvolvimento Sustentável", listed(goals)});
  if (!classification.keywords.empty())
    views.push_back({"Palavras-chave", listed(classification.keywords)});
  return views;
}

std::vector<VersionView> versions_of(const WholePractice& whole) {
  std::vector<VersionView> views;
  for (const auto& revision : whole.revisions)
    views.push_back({fmt::format("Versão {}, publicada depois de duas revisões", revision.revision),
                     day_in_words(revision.published_at), revision.published_at.text()});
  return views;
}

PracticeView view_of(Application& app, const WholePractice& whole) {
  const auto& practice = whole.practice;
  const auto& text = practice.sheet.text.pt;
  PracticeView view;
  view.practice_title = text.title;
  view.practice_summary = text.summary;
  view.phase = name_of(practice.sheet.phase);
  view.facts = facts_of(app, whole);
  view.about = passages(text.about);
  view.resources = passages(text.resources);
  view.evidence = passages(text.evidence);
  view.difficulties = passages(text.difficulties);
  view.potential = passages(text.potential);
  view.partners = partners_of(practice.sheet);
  view.classification = classification_of(practice.sheet.classification);
  const auto edition_id = core::edition_of(practice.dossier);
  const auto edition = projections::find_edition(*app.views().view("editions"), edition_id);
  view.origin_text = fmt::format("Nasceu da candidatura de {} à {}.", whole.entity.name,
                                 edition ? edition->title : edition_id.text());
  if (published_result(app, edition_id)) view.origin_href = results_href(edition_id);
  view.versions = versions_of(whole);
  if (practice.confirmed_on) {
    view.confirmed_text = day_in_words(*practice.confirmed_on);
    view.confirmed_datetime = practice.confirmed_on->text();
  }
  view.citation =
      fmt::format("{}, «{}», versão {}, Observatório Autarquia Solidária, {}.", whole.entity.name,
                  text.title, practice.revision, day_in_words(practice.published_at));
  return view;
}

}  // namespace

std::optional<Page> practice_page(const Visit& visit) {
  const auto id = core::PracticeId::parse(visit.request.parameter("practice"));
  if (!id) return std::nullopt;
  const auto whole = projections::find_practice(visit.app.views(), *id);
  if (!whole) return std::nullopt;
  const auto& text = whole->practice.sheet.text.pt;
  return Page{{.title = text.title,
               .description = text.summary,
               .menu_entry = "/observatorio",
               .trail = {{"Início", "/"}, {"Observatório", "/observatorio"}},
               .here = text.title},
              visit.templates.render("practice", view_of(visit.app, *whole))};
}

}  // namespace server::site
