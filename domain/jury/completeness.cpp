#include "domain/jury/completeness.hpp"

#include <set>

namespace jury {
namespace {

core::Reason words_of(const Completeness& state) {
  if (state.missing.empty())
    return {"Todos os critérios têm pontuação.", "Every criterion has its mark."};
  std::string titles;
  for (const auto& title : state.missing) titles += (titles.empty() ? "" : "; ") + title;
  const auto lacking = std::to_string(state.missing.size());
  const auto all = std::to_string(state.criteria);
  const bool one = state.missing.size() == 1;
  return {(one ? "Falta " : "Faltam ") + lacking + " de " + all + " critérios: " + titles + ".",
          "Still without a mark, " + lacking + " of " + all + ": " + titles + "."};
}

}  // namespace

Completeness completeness(const regulation::Regulation& regulation,
                          const std::vector<Mark>& marks) {
  std::set<core::CriterionId> marked;
  for (const auto& mark : marks) marked.insert(mark.criterion);
  Completeness state;
  for (const auto& section : regulation.sections) {
    for (const auto& criterion : section.criteria) {
      ++state.criteria;
      if (marked.contains(criterion.id))
        ++state.marked;
      else
        state.missing.push_back(criterion.title);
    }
  }
  state.words = words_of(state);
  return state;
}

}  // namespace jury
