#include "domain/dossiers/record_rules.hpp"

#include <algorithm>

#include "domain/dossiers/checks.hpp"
#include "domain/facts.hpp"

namespace dossiers {
namespace {

constexpr std::size_t name_length = 200;
constexpr std::size_t note_length = 1000;
constexpr std::size_t text_length = 4000;
constexpr std::size_t most_items = 30;

/// What there is to check in each kind of record, beside its evidence.
class RecordRules {
 public:
  RecordRules(Checks& checks, const core::Period& mandate) : checks_(checks), mandate_(mandate) {}

  void operator()(const Diagnosis& record) {
    checks_.text("title", record.title, name_length);
    checks_.text("description", record.description, text_length);
    checks_.period("period", record.period, mandate_);
    approval(record.approval);
    checks_.text("method", record.method, note_length);
    checks_.text("participation", record.participation, note_length);
  }

  void operator()(const Orientation& record) {
    checks_.text("title", record.title, name_length);
    checks_.text("description", record.description, text_length);
    checks_.period("period", record.period, mandate_);
    approval(record.approval);
    domains(record.domains);
    checks_.list("alignments", record.alignments, most_items,
                 [&](const std::string& place, const Alignment& alignment) {
                   checks_.text(place + ".reference", alignment.reference, note_length);
                 });
  }

  void operator()(const Programme& record) {
    checks_.text("title", record.title, name_length);
    checks_.text("description", record.description, text_length);
    checks_.text("target_group", record.target_group, note_length);
    checks_.period("period", record.period, mandate_);
    money("budget", record.budget);
    checks_.number("staff", record.staff);
    checks_.number("people_reached", record.people_reached);
    checks_.text("results", record.results, text_length);
    texts("responsible_partners", record.responsible_partners, name_length);
    indicators(record.indicators);
  }

  void operator()(const Activity& record) {
    checks_.text("title", record.title, name_length);
    checks_.text("description", record.description, text_length);
    checks_.period("period", record.period, mandate_);
    checks_.text("place", record.place, name_length);
    checks_.text("audience", record.audience, note_length);
    checks_.number("participants", record.participants);
    texts("responsible_partners", record.responsible_partners, name_length);
    indicators(record.indicators);
  }

  void operator()(const Support& record) {
    checks_.text("beneficiary", record.beneficiary, name_length);
    checks_.nipc("beneficiary_nipc", record.beneficiary_nipc);
    checks_.rule(record.form != SupportForm::Financial || record.amount.has_value(), "amount",
                 "amount-missing", "Indique o valor do apoio financeiro.",
                 "Give the amount of the financial support.");
    checks_.rule(
        record.form != SupportForm::Financial || !record.amount || record.amount->cents != 0,
        "amount.cents", "amount-missing", "Um apoio financeiro tem um valor acima de 0.",
        "A financial support is of more than 0.");
    money("amount", record.amount);
    checks_.day("date", record.date, mandate_);
    checks_.text("purpose", record.purpose, note_length);
  }

  void operator()(const Partnership& record) {
    checks_.text("partner", record.partner, name_length);
    checks_.day("date", record.date, mandate_);
    checks_.text("purpose", record.purpose, note_length);
    texts("contributions", record.contributions, note_length);
    checks_.list("results", record.results, most_items,
                 [&](const std::string& place, const PartnershipResult& result) {
                   checks_.text(place + ".indicator", result.indicator, name_length);
                   checks_.number(place + ".value", result.value);
                   checks_.day(place + ".date", result.date, mandate_);
                 });
  }

  void operator()(const Link& record) {
    checks_.text("title", record.title, name_length);
    checks_.web_address("url", record.url);
    checks_.day("date", record.date, mandate_);
  }

  void operator()(const PrintedMatter& record) {
    checks_.text("title", record.title, name_length);
    checks_.day("date", record.date, mandate_);
    checks_.number("print_run", record.print_run);
    checks_.text("distribution", record.distribution, note_length);
  }

 private:
  void approval(const std::optional<Approval>& approval) {
    if (!approval) return;
    checks_.text("approval.body", approval->body, name_length);
    checks_.day("approval.date", approval->date, mandate_);
  }

  void money(const std::string& field, const std::optional<core::Money>& amount) {
    constexpr std::int64_t greatest = 1'000'000'000'000;
    if (amount)
      checks_.rule(amount->cents >= 0 && amount->cents <= greatest, field + ".cents",
                   "number-range", "O valor vai de 0 a dez mil milhões de euros.",
                   "The amount goes from 0 to ten thousand million euros.");
  }

  void texts(const std::string& field, const std::vector<std::string>& list, std::size_t longest) {
    checks_.list(field, list, most_items, [&](const std::string& place, const std::string& text) {
      checks_.text(place, text, longest);
    });
  }

  void indicators(const std::vector<Indicator>& list) {
    checks_.list("indicators", list, most_items,
                 [&](const std::string& place, const Indicator& indicator) {
                   checks_.text(place + ".name", indicator.name, name_length);
                   checks_.number(place + ".value", indicator.value);
                 });
  }

  void domains(const std::vector<PlanDomain>& list) {
    std::int64_t expected = 1;
    checks_.list(
        "domains", list, most_items, [&](const std::string& place, const PlanDomain& domain) {
          checks_.rule(domain.number == expected++, place + ".number", "domain-numbers",
                       "Numere os domínios a partir de 1, por ordem.",
                       "Number the domains from 1, in order.");
          checks_.text(place + ".name", domain.name, name_length);
          checks_.text(place + ".general_objective", domain.general_objective, note_length);
          texts(place + ".axes", domain.axes, note_length);
        });
  }

  Checks& checks_;
  const core::Period& mandate_;
};

void check_theme(Checks& checks, regulation::Theme theme, const regulation::ThemedCall& call) {
  std::string pt;
  std::string en;
  for (const auto asked : call.themes) {
    const auto title = title_of(asked);
    pt += (pt.empty() ? "" : "; ") + std::string(title.pt);
    en += (en.empty() ? "" : "; ") + std::string(title.en);
  }
  checks.rule(std::ranges::find(call.themes, theme) != call.themes.end(), "theme",
              "theme-outside-call", "Esta edição só recebe registos destes temas: " + pt + ".",
              "This edition takes records of these themes alone: " + en + ".");
}

void check_evidence(Checks& checks, const std::vector<Evidence>& evidence) {
  constexpr std::size_t most_evidence = 10;
  checks.list("evidence", evidence, most_evidence,
              [&](const std::string& place, const Evidence& piece) {
                checks.text(place + ".title", piece.title, name_length);
                checks.web_address(place + ".url", piece.url);
              });
}

}  // namespace

core::Result<void> check(const DossierRecord& record, const regulation::Regulation& regulation) {
  Checks checks("record");
  RecordRules rules(checks, regulation.mandate);
  std::visit(rules, record);
  std::visit(
      [&](const auto& held) {
        if (regulation.call) check_theme(checks, held.theme, *regulation.call);
        check_evidence(checks, held.evidence);
      },
      record);
  return checks.result();
}

core::Result<void> check_origin(const std::optional<RecordOrigin>& origin,
                                const core::DossierId& dossier, const core::Facts& facts) {
  if (!origin) return {};
  const auto known = facts.all<facts::Dossier>();
  if (origin->dossier != dossier && core::entity_of(origin->dossier) == core::entity_of(dossier) &&
      std::ranges::any_of(known, [&](const auto* earlier) {
        return earlier->id == origin->dossier && earlier->records.contains(origin->record_id);
      }))
    return {};
  return core::fail(core::invalid("unknown-origin", "origin",
                                  "Nenhuma outra candidatura da autarquia tem este registo.",
                                  "No other dossier of the entity has this record."));
}

bool alike(const DossierRecord& one, const DossierRecord& other, const core::Writing& writing) {
  return core::digest_of(one, writing) == core::digest_of(other, writing);
}

}  // namespace dossiers
