#include "domain/awards/award_rules.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "domain/awards/parting.hpp"
#include "domain/awards/point_conditions.hpp"
#include "domain/core/text.hpp"

namespace awards {
namespace {

using regulation::AwardRule;
using regulation::Finding;
using regulation::Regulation;

/// Who was granted what, by the rules decided so far.
using Granted = std::map<core::AwardId, std::set<core::DossierId>>;

void append(Reason& clauses, const Reason& clause) {
  clauses.pt += (clauses.pt.empty() ? "" : "; ") + clause.pt;
  clauses.en += (clauses.en.empty() ? "" : "; ") + clause.en;
}

struct ConditionOf {
  const Score& score;
  const regulation::Applicant& applicant;
  std::int64_t decimals;

  Finding operator()(const regulation::TotalPoints& condition) const {
    return find(condition, score, decimals);
  }
  Finding operator()(const regulation::SectionPoints& condition) const {
    return find(condition, score, decimals);
  }
  template <class OfEntity>
  Finding operator()(const OfEntity& condition) const {
    return regulation::find(condition, applicant);
  }
};

/// One dossier that meets all that a rule asks, but for its quota.
struct Competitor {
  const Candidate* candidate = nullptr;
  Reason clauses;
};

/// One rule, decided for the dossiers that compete with each other.
class Decider {
 public:
  Decider(const Regulation& regulation, const AwardRule& rule,
          const regulation::Applicants& applicants, Granted& granted, AwardDecisions& decisions)
      : regulation_(regulation),
        rule_(rule),
        applicants_(applicants),
        granted_(granted),
        decisions_(decisions) {}

  void decide(const std::vector<const Candidate*>& pool) {
    std::vector<Competitor> competitors;
    for (const auto* candidate : pool) {
      auto finding = meets(*candidate);
      if (finding.met)
        competitors.push_back({candidate, std::move(finding.clause)});
      else
        answer(*candidate, false, std::move(finding.clause));
    }
    share_out(competitors);
  }

 private:
  [[nodiscard]] const AwardRule* rule_granted(const std::vector<core::AwardId>& awards,
                                              const core::DossierId& dossier) const {
    for (const auto& rule : regulation_.awards) {
      const auto found = granted_.find(rule.id);
      if (std::ranges::count(awards, rule.id) > 0 && found != granted_.end() &&
          found->second.contains(dossier))
        return &rule;
    }
    return nullptr;
  }

  /// What it has to have been granted above, and what not.
  [[nodiscard]] Finding related(const Candidate& candidate) const {
    if (const auto* other = rule_granted(rule_.unless, candidate.dossier))
      return {false,
              {"recebe «" + other->title + "», que exclui esta distinção",
               "is given \"" + other->title + "\", which excludes this award"}};
    if (rule_.among.empty()) return {true, {}};
    if (const auto* other = rule_granted(rule_.among, candidate.dossier))
      return {true, {"recebe «" + other->title + "»", "is given \"" + other->title + "\""}};
    return {false,
            {"não recebe a distinção entre cujos vencedores se escolhe",
             "is not given the award among whose winners this one is chosen"}};
  }

  /// The clauses of all conditions, or the one that is not met.
  [[nodiscard]] Finding meets(const Candidate& candidate) const {
    const auto applicant = applicants_.find(core::entity_of(candidate.dossier));
    Finding all{true, {}};
    for (const auto& condition : rule_.conditions) {
      const auto finding =
          std::visit(ConditionOf{candidate.score, applicant, regulation_.decimals}, condition);
      if (!finding.met) return finding;
      append(all.clause, finding.clause);
    }
    if (rule_.best_by && value_of(*rule_.best_by, candidate.score) == nullptr)
      return not_in_theme();
    auto relation = related(candidate);
    if (!relation.met) return relation;
    if (!relation.clause.pt.empty()) append(all.clause, relation.clause);
    return all;
  }

  void share_out(std::vector<Competitor>& competitors) {
    const Order order(regulation_, rule_.best_by);
    std::ranges::sort(competitors, {},
                      [](const auto& one) -> auto& { return one.candidate->dossier; });
    std::ranges::stable_sort(competitors, [&](const auto& a, const auto& b) {
      return order.before(*a.candidate, *b.candidate);
    });
    std::int64_t place = 0;
    for (std::size_t i = 0; i < competitors.size(); ++i) {
      auto& [candidate, clauses] = competitors[i];
      const bool tied = i > 0 && order.equal(*competitors[i - 1].candidate, *candidate);
      if (!tied) place = static_cast<std::int64_t>(i) + 1;
      if (rule_.quota) append(clauses, place_in_words(*candidate, place));
      answer(*candidate, !rule_.quota || place <= *rule_.quota, std::move(clauses));
    }
  }

  /// " na secção III"
  [[nodiscard]] Reason theme_in_words() const {
    if (const auto* section = std::get_if<regulation::BySection>(&*rule_.best_by)) {
      const auto name = section_name(section->section);
      return {" na secção " + name, " in section " + name};
    }
    const auto name = criterion_in_words(
        regulation_, std::get<regulation::ByCriterion>(*rule_.best_by).criterion);
    return {" no " + name.pt, " by the " + name.en};
  }

  [[nodiscard]] Finding not_in_theme() const {
    const auto words = theme_in_words();
    return {false,
            {"a distinção é para quem se destaca" + words.pt + ", que não se lhe aplica",
             "the award is for who does best" + words.en + ", which does not apply to it"}};
  }

  /// " na secção III, com 82,50 pontos,"
  [[nodiscard]] Reason theme_of(const Candidate& candidate) const {
    if (!rule_.best_by) return {};
    const auto words = theme_in_words();
    const auto value = shown(*value_of(*rule_.best_by, candidate.score), regulation_.decimals);
    return {words.pt + ", com " + core::with_comma(value) + " pontos,",
            words.en + ", with " + value + " points,"};
  }

  [[nodiscard]] Reason place_in_words(const Candidate& candidate, std::int64_t place) const {
    const auto number = std::to_string(place);
    const auto quota = std::to_string(*rule_.quota);
    const auto theme = theme_of(candidate);
    const bool all = rule_.all_categories;
    Reason words{"é a " + number + ".ª" + theme.pt +
                     (all ? " de todas as categorias" : " da sua categoria") +
                     " entre as que cumprem as condições",
                 "ranks number " + number + theme.en +
                     (all ? " of all categories" : " of its category") +
                     " among those that meet the conditions"};
    if (place <= *rule_.quota) return words;
    const bool one = *rule_.quota == 1;
    return {words.pt + (one ? "; há uma só distinção" : "; as distinções são " + quota),
            words.en + (one ? "; there is one award" : "; there are " + quota + " awards")};
  }

  void answer(const Candidate& candidate, bool granted, Reason clauses) {
    if (granted) granted_[rule_.id].insert(candidate.dossier);
    if (clauses.pt.empty()) clauses = {"cumpre as condições", "meets the conditions"};
    decisions_[candidate.dossier].push_back(
        {rule_.id, rule_.award, rule_.title, granted, regulation::sentence(std::move(clauses))});
  }

  const Regulation& regulation_;
  const AwardRule& rule_;
  const regulation::Applicants& applicants_;
  Granted& granted_;
  AwardDecisions& decisions_;
};

std::vector<const Candidate*> candidates_of(const std::vector<Ranked>& ranked,
                                            const std::vector<regulation::Category>& categories) {
  std::vector<const Candidate*> candidates;
  for (const auto& one : ranked)
    if (std::ranges::count(categories, one.candidate.category) > 0)
      candidates.push_back(&one.candidate);
  return candidates;
}

}  // namespace

AwardDecisions decide_awards(const Regulation& regulation, const std::vector<Ranked>& ranked,
                             const regulation::Applicants& applicants) {
  AwardDecisions decisions;
  Granted granted;
  for (const auto& rule : regulation.awards) {
    Decider decider(regulation, rule, applicants, granted, decisions);
    if (rule.all_categories) {
      decider.decide(candidates_of(ranked, rule.categories));
    } else {
      for (const auto category : rule.categories) decider.decide(candidates_of(ranked, {category}));
    }
  }
  return decisions;
}

}  // namespace awards
