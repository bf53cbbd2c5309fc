#include "domain/regulation/conditions.hpp"

namespace regulation {
namespace {

void join(core::Reason& words, const core::Reason& more) {
  words.pt += (words.pt.empty() ? "" : " e ") + more.pt;
  words.en += (words.en.empty() ? "" : " and ") + more.en;
}

}  // namespace

core::Reason limits_in_words(const Limits& limits) {
  core::Reason words;
  if (limits.from) {
    const auto from = std::to_string(*limits.from);
    join(words, {"mínimo " + from, "minimum " + from});
  }
  if (limits.above) {
    const auto above = std::to_string(*limits.above);
    join(words, {"mais de " + above, "more than " + above});
  }
  if (limits.below) {
    const auto below = std::to_string(*limits.below);
    join(words, {"menos de " + below, "fewer than " + below});
  }
  return words;
}

core::Reason too_few_in_words(const Limits& limits) {
  if (limits.from) {
    const auto from = std::to_string(*limits.from);
    return {"são precisos " + from, from + " are needed"};
  }
  const auto above = std::to_string(limits.above.value_or(0));
  return {"são precisos mais de " + above, "more than " + above + " are needed"};
}

core::Reason too_many_in_words(const Limits& limits) {
  const auto below = std::to_string(limits.below.value_or(0));
  return {"têm de ser menos de " + below, "they have to be fewer than " + below};
}

}  // namespace regulation
