#include <algorithm>
#include <set>
#include <span>

#include "domain/core/text.hpp"
#include "domain/regulation/faults.hpp"

namespace regulation {
namespace {

/// An award may speak of those above it, so that what it asks is decided when its turn comes.
void check_above(const std::vector<core::AwardId>& named, std::span<const AwardRule> above,
                 const std::string& field, Faults& faults) {
  for (std::size_t i = 0; i < named.size(); ++i)
    faults.unless(std::ranges::count(above, named[i], &AwardRule::id) > 0, "award-above",
                  core::item(field, i), "Só pode falar de uma distinção que esteja mais acima.",
                  "It can only speak of an award further up.");
}

void check_theme(const Regulation& regulation, const Theming& theme, const std::string& field,
                 Faults& faults) {
  if (const auto* by_section = std::get_if<BySection>(&theme))
    check_section_is_marked(regulation, by_section->section, field + ".section", faults);
  if (const auto* by_criterion = std::get_if<ByCriterion>(&theme))
    check_criterion_exists(regulation, by_criterion->criterion, field + ".criterion", faults);
}

void check_quota(const Regulation& regulation, const AwardRule& rule, const std::string& place,
                 Faults& faults) {
  faults.unless(!rule.quota || *rule.quota >= 1, "award-quota", place + ".quota",
                "O número de distinções é 1 ou mais.", "The number of awards is 1 or more.");
  faults.unless(rule.quota || !rule.all_categories, "quota-missing", place + ".all_categories",
                "Só tem sentido com um número de distinções (quota).",
                "It makes sense with a quota only.");
  faults.unless(rule.quota || !rule.best_by, "quota-missing", place + ".best_by",
                "Só tem sentido com um número de distinções (quota).",
                "It makes sense with a quota only.");
  if (rule.best_by) check_theme(regulation, *rule.best_by, place + ".best_by", faults);
}

struct StepCheck {
  const Regulation& regulation;
  const std::string& place;
  bool last;
  Faults& faults;

  void operator()(const ByCriterion& step) const {
    check_criterion_exists(regulation, step.criterion, place + ".criterion", faults);
  }
  void operator()(const BySection& step) const {
    check_section_is_marked(regulation, step.section, place + ".section", faults);
  }
  void operator()(const ByTopMarks&) const {}
  void operator()(const Shared&) const { is_last(); }
  void operator()(const ByDraw&) const { is_last(); }

 private:
  void is_last() const {
    faults.unless(last, "tie-break-order", place, "Depois deste passo não há outro.",
                  "No step can follow this one.");
  }
};

bool is_sha256(const std::string& text) {
  return text.size() == 64 && std::ranges::all_of(text, [](char c) {
           return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
         });
}

}  // namespace

void check_categories(const std::vector<Category>& asked, const Regulation& regulation,
                      const std::string& field, Faults& faults) {
  const auto takes_part = [&](Category category) {
    return std::ranges::count(regulation.categories, category) > 0;
  };
  const std::set<Category> unique(asked.begin(), asked.end());
  faults.unless(
      !asked.empty() && std::ranges::all_of(asked, takes_part) && unique.size() == asked.size(),
      "award-categories", field,
      "Indique categorias que existam nesta edição, cada uma uma só vez.",
      "Name categories that take part in this edition, each of them once.");
}

void check_criterion_exists(const Regulation& regulation, const core::CriterionId& id,
                            const std::string& field, Faults& faults) {
  faults.unless(find_criterion(regulation, id).has_value(), "unknown-criterion", field,
                "Este critério não existe.", "There is no such criterion.");
}

void check_section_is_marked(const Regulation& regulation, Section section,
                             const std::string& field, Faults& faults) {
  faults.unless(std::ranges::any_of(regulation.sections,
                                    [&](const SectionRules& rules) {
                                      return rules.section == section && !rules.criteria.empty();
                                    }),
                "unknown-section", field, "Esta secção não tem critérios.",
                "This section has no criteria.");
}

void check_awards(const Regulation& regulation, Faults& faults) {
  std::set<core::AwardId> seen;
  for (std::size_t i = 0; i < regulation.awards.size(); ++i) {
    const auto& rule = regulation.awards[i];
    const auto place = core::item("awards", i);
    const std::span above(regulation.awards.data(), i);
    faults.unless(seen.insert(rule.id).second, "award-repeated", place + ".id",
                  "Esta distinção já existe.", "This award exists already.");
    check_title(rule.title, place, faults);
    check_categories(rule.categories, regulation, place + ".categories", faults);
    check_above(rule.among, above, place + ".among", faults);
    check_above(rule.unless, above, place + ".unless", faults);
    check_quota(regulation, rule, place, faults);
  }
}

void check_tie_break(const Regulation& regulation, Faults& faults) {
  const auto& steps = regulation.tie_break;
  for (std::size_t i = 0; i < steps.size(); ++i)
    std::visit(StepCheck{regulation, core::item("tie_break", i), i + 1 == steps.size(), faults},
               steps[i]);
  faults.unless(has_draw(regulation) == regulation.draw_commitment.has_value(), "draw-commitment",
                "draw_commitment",
                "Um sorteio precisa do compromisso da semente, e só um sorteio precisa dele.",
                "A draw needs the commitment of its seed, and nothing else does.");
  if (regulation.draw_commitment)
    faults.unless(is_sha256(*regulation.draw_commitment), "draw-commitment", "draw_commitment",
                  "O compromisso é o SHA-256 da semente: 64 algarismos e letras de a a f.",
                  "The commitment is the seed's SHA-256: 64 digits and letters from a to f.");
}

}  // namespace regulation
