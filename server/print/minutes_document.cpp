#include "server/print/minutes_document.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "domain/core/text.hpp"
#include "server/print/minutes_parts.hpp"
#include "server/print/paper.hpp"
#include "server/site/portuguese.hpp"
#include "server/site/regulation_words.hpp"

namespace server::print {
namespace {

using projections::ConflictState;
using projections::Deliberation;
using projections::Minutes;
using projections::NamedResult;
using projections::ResultState;
using site::counted;
using site::moment_in_words;

struct SeatView {
  std::string juror_name;
  std::string seat_from;
  std::string seat_until;
  FIELDS(juror_name, seat_from, seat_until)
};

struct ImpedimentView {
  std::string juror_name;
  std::vector<std::string> impediments_told;
  FIELDS(juror_name, impediments_told)
};

struct AwardView {
  std::string award_title;
  std::string award_rule;
  std::vector<std::string> conditions;
  FIELDS(award_title, award_rule, conditions)
};

struct VoteView {
  std::string juror_name;
  std::string choice;
  std::string voted_at;
  FIELDS(juror_name, choice, voted_at)
};

struct StatementView {
  std::string statement_title;
  std::string statement;
  FIELDS(statement_title, statement)
};

struct DeliberationView {
  std::string deliberation_title;
  std::string decided_text;
  bool has_votes = false;
  std::string votes_caption;
  std::vector<VoteView> votes;
  std::optional<std::string> absent_text;
  std::vector<StatementView> statements;
  std::vector<std::string> lists;
  std::string digest;
  FIELDS(deliberation_title, decided_text, has_votes, votes_caption, votes, absent_text, statements,
         lists, digest)
};

struct DecisionView {
  std::string decision_title;
  std::string decision_reason;
  FIELDS(decision_title, decision_reason)
};

struct RowView {
  std::string place;
  std::string entity_name;
  std::string row_points;
  std::vector<DecisionView> decisions;
  FIELDS(place, entity_name, row_points, decisions)
};

struct CategoryView {
  std::string category_name;
  std::string category_caption;
  std::vector<RowView> rows;
  FIELDS(category_name, category_caption, rows)
};

struct MinutesView {
  std::string document_title;
  std::string edition_title;
  bool demonstration = false;
  std::string font_address;
  std::string lead_text;
  std::vector<SeatView> seats;
  bool has_impediments = false;
  std::vector<ImpedimentView> impediments;
  std::vector<std::string> jury_rules;
  std::vector<AwardView> awards;
  std::vector<std::string> tie_break;
  std::vector<DeliberationView> deliberations;
  std::vector<CategoryView> categories;
  std::vector<MinutesPart> parts;
  FIELDS(document_title, edition_title, demonstration, font_address, lead_text, seats,
         has_impediments, impediments, jury_rules, awards, tie_break, deliberations, categories,
         parts)
};

std::string list_in_words(const projections::ListRow& list) {
  return fmt::format("Lista {} publicada em {} (hora de Lisboa)",
                     list.state == ResultState::Final ? "definitiva" : "provisória",
                     moment_in_words(list.at));
}

const projections::ListRow& last_list(const Minutes& minutes) {
  const projections::ListRow* last = nullptr;
  for (const auto& one : minutes.deliberations)
    if (!one.lists.empty()) last = &one.lists.back();
  core::ensure(last != nullptr, "there are minutes once a list is published");
  return *last;
}

std::string impediment_in_words(const projections::Impediment& one) {
  const auto* state = one.state == ConflictState::Declared  ? "declarado"
                      : one.state == ConflictState::Imposed ? "imposto"
                                                            : "levantado";
  return fmt::format("{}: {} em {}", one.entity.name, state, site::day_in_words(one.since));
}

std::vector<ImpedimentView> impediments_of(const Minutes& minutes) {
  std::vector<ImpedimentView> views;
  std::map<core::AccountId, std::size_t> places;
  for (const auto& one : minutes.impediments) {
    const auto [place, is_new] = places.emplace(one.juror, views.size());
    if (is_new) views.push_back({one.juror_name, {}});
    views[place->second].impediments_told.push_back(impediment_in_words(one));
  }
  return views;
}

std::size_t in_favour(const Deliberation& one) {
  return static_cast<std::size_t>(
      std::ranges::count(one.votes, awards::VoteChoice::InFavour, &projections::VoteRow::choice));
}

std::string votes_in_words(const Deliberation& one) {
  const auto favour = in_favour(one);
  return fmt::format("{} a favor, {} contra", counted(favour, "voto", "votos"),
                     one.votes.size() - favour);
}

std::string decided_in_words(const Deliberation& one, bool some_are_impeded) {
  const auto present = one.votes.size();
  if (one.lists.empty())
    return fmt::format("Não foi publicado: deu lugar à versão seguinte. {}.", votes_in_words(one));
  if (present == 0) return "Foi publicado sem votação do júri, que então não estava prevista.";
  const auto [first, last] = std::ranges::minmax(one.votes, {}, &projections::NamedVote::at);
  const auto begin = moment_in_words(first.at);
  const auto end = moment_in_words(last.at);
  return fmt::format(
      "Aprovado por {}: {}. Faziam parte do júri {} e {}, mais de metade. "
      "Votou-se nesta plataforma, sem abstenções, {} (hora de Lisboa).{}",
      in_favour(one) == present ? "unanimidade" : "maioria", votes_in_words(one),
      counted(present + one.absent.size(), "jurado", "jurados"),
      present == 1 ? "votou 1" : fmt::format("votaram {}", present),
      begin == end ? "em " + begin : fmt::format("entre {} e {}", begin, end),
      some_are_impeded ? " Cada candidatura em que algum tinha impedimento foi aprovada pelos "
                         "outros: o voto de quem estava impedido não contou para ela."
                       : "");
}

void add_vote(DeliberationView& view, const projections::NamedVote& vote, std::string_view after) {
  const bool against = vote.choice == awards::VoteChoice::Against;
  view.votes.push_back({fmt::format("{}{}", vote.juror_name, after), against ? "Contra" : "A favor",
                        moment_in_words(vote.at)});
  if (vote.statement)
    view.statements.push_back({fmt::format("Declaração de voto de {}, {}", vote.juror_name,
                                           against ? "contra" : "a favor"),
                               *vote.statement});
}

DeliberationView deliberation_view(const Deliberation& one, bool some_are_impeded) {
  DeliberationView view;
  view.deliberation_title = fmt::format("Versão {} do resultado, calculada em {}", one.version,
                                        moment_in_words(one.computed_at));
  view.decided_text = decided_in_words(one, some_are_impeded);
  view.votes_caption = fmt::format("Votos sobre a versão {} do resultado", one.version);
  for (const auto& vote : one.votes) add_vote(view, vote, "");
  for (const auto& vote : one.left) add_vote(view, vote, " (deixou o júri; não contou)");
  view.has_votes = !view.votes.empty();
  if (!one.absent.empty())
    view.absent_text = fmt::format("Não {}: {}.", one.absent.size() == 1 ? "votou" : "votaram",
                                   site::listed(one.absent));
  for (const auto& list : one.lists)
    view.lists.push_back(
        fmt::format("{}, na posição {} do registo.", list_in_words(list), list.position));
  view.digest = one.sha256;
  return view;
}

RowView row_view(const NamedResult& named) {
  RowView row{fmt::format("{}.º", *named.result.rank),
              named.entity.name,
              core::with_comma(named.result.points->shown),
              {}};
  for (const auto& award : named.result.awards)
    row.decisions.push_back(
        {fmt::format("{}: {}.", award.title, award.granted ? "atribuição" : "não atribuição"),
         award.reason.pt});
  return row;
}

std::vector<CategoryView> categories_of(const Minutes& minutes,
                                        const regulation::Regulation& rules) {
  std::vector<CategoryView> categories;
  for (const auto category : rules.categories) {
    CategoryView view{
        std::string(site::name_of(category)),
        fmt::format("{}: pontos de 0 a 100, dos mais para os menos", site::name_of(category)),
        {}};
    for (const auto& named : minutes.result.dossiers)
      if (named.result.category == category && named.result.rank)
        view.rows.push_back(row_view(named));
    if (!view.rows.empty()) categories.push_back(std::move(view));
  }
  return categories;
}

std::string weights_in_words(const regulation::Regulation& rules) {
  std::vector<std::string> weights;
  for (const auto& section : rules.sections)
    for (const auto& criterion : section.criteria)
      weights.push_back(
          fmt::format("{} {}", criterion.title, site::percent_of(criterion.weight, rules)));
  return "Pesos dos critérios: " + site::listed(weights) + ".";
}

void tell_rules(MinutesView& view, const regulation::Regulation& rules) {
  view.jury_rules = site::jury_rules_in_words(rules);
  view.jury_rules.insert(view.jury_rules.begin(),
                         {site::scale_in_words(rules), weights_in_words(rules)});
  for (const auto& rule : rules.awards)
    view.awards.push_back(
        {rule.title, site::award_in_words(rule), site::conditions_in_words(rules, rule)});
  view.tie_break = site::tie_break_in_words(rules);
}

}  // namespace

std::string minutes_document(const Minutes& minutes, const projections::EditionRow& edition) {
  MinutesView view;
  view.document_title = "Ata do júri";
  view.edition_title = minutes.result.title;
  view.demonstration = minutes.result.demonstration;
  view.font_address = font_address();
  for (const auto& seat : minutes.seats)
    view.seats.push_back({seat.juror_name, site::day_in_words(seat.from),
                          seat.until ? site::day_in_words(*seat.until) : "em funções"});
  view.impediments = impediments_of(minutes);
  view.has_impediments = !view.impediments.empty();
  tell_rules(view, edition.regulation);
  const bool some_are_impeded = std::ranges::any_of(
      minutes.impediments,
      [](const projections::Impediment& one) { return projections::is_conflict(one.state); });
  for (const auto& one : minutes.deliberations)
    view.deliberations.push_back(deliberation_view(one, some_are_impeded));
  view.lead_text = list_in_words(last_list(minutes));
  view.categories = categories_of(minutes, edition.regulation);
  view.parts = minutes_parts(minutes, edition.regulation);
  return templates().render("minutes", view);
}

}  // namespace server::print
