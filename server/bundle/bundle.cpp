#include "server/bundle/bundle.hpp"

#include <algorithm>

#include "domain/awards/compute.hpp"
#include "domain/core/text.hpp"
#include "json/leaves.hpp"
#include "server/bundle/changed_mark.hpp"

namespace server {
namespace {

core::Error invalid_bundle(std::string field, std::string pt, std::string en) {
  return core::invalid("bundle-invalid", std::move(field), std::move(pt), std::move(en));
}

/// The part of the basis that a digest is of: "basis.dossiers[3]" for "dossiers[2021-1701]".
std::vector<std::string> places_of(const awards::Basis& basis) {
  std::vector<std::string> places = {"basis.regulation"};
  const auto add = [&](const char* list, std::size_t size) {
    for (std::size_t i = 0; i < size; ++i)
      places.push_back(core::item("basis." + std::string(list), i));
  };
  add("dossiers", basis.dossiers.size());
  add("entities", basis.entities.size());
  add("earlier", basis.earlier.size());
  return places;
}

std::string in_words(const std::optional<std::int64_t>& mark) {
  return mark ? std::to_string(*mark) : "null";
}

/// The part that has another digest than `expected`: the mark itself where one alone was changed.
core::Error differs(const awards::Basis& basis, std::size_t part, const std::string& place,
                    const std::string& expected, const std::string& found,
                    const core::Writing& writing) {
  if (1 <= part && part <= basis.dossiers.size())
    if (const auto mark =
            changed_mark(basis.dossiers[part - 1], basis.regulation, expected, writing))
      return bundle_differs(place + "." + mark->place, in_words(mark->recorded),
                            in_words(mark->found));
  return bundle_differs(place, "SHA-256 " + expected, "SHA-256 " + found);
}

/// A result computed before digests were taken down names none: there is nothing to compare.
core::Result<void> compare_sources(const ResultBundle& bundle, const core::Writing& writing) {
  const auto& expected = bundle.result.sources;
  if (expected.empty()) return {};
  const auto places = places_of(bundle.basis);
  const auto found = awards::sources_of(bundle.basis, writing);
  for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i) {
    if (expected[i].source != found[i].source)
      return core::fail(bundle_differs(places[i], expected[i].source, found[i].source));
    if (expected[i].sha256 != found[i].sha256)
      return core::fail(
          differs(bundle.basis, i, places[i], expected[i].sha256, found[i].sha256, writing));
  }
  if (expected.size() != found.size())
    return core::fail(bundle_differs("basis", std::to_string(expected.size()) + " sources",
                                     std::to_string(found.size())));
  return {};
}

/// What a result did not say when it was computed is not compared.
void leave_out_what_was_not_told(const awards::ResultComputed& recorded,
                                 awards::ResultComputed& again) {
  if (recorded.sources.empty()) again.sources.clear();
  const bool told = std::ranges::any_of(
      recorded.dossiers, [](const auto& dossier) { return dossier.ranked_by.has_value(); });
  if (!told)
    for (auto& dossier : again.dossiers) dossier.ranked_by.reset();
}

void name_within(core::Error& error, const std::string& outer) {
  error.field = outer + (error.field.empty() ? "" : "." + error.field);
}

}  // namespace

core::Error bundle_differs(std::string field, const std::string& expected,
                           const std::string& found) {
  return core::invalid("bundle-differs", std::move(field),
                       "Esperava-se «" + expected + "» e está «" + found + "».",
                       "Expected \"" + expected + "\", found \"" + found + "\".");
}

std::string text_of(const ResultBundle& bundle) {
  return json::indented(json::write(bundle)) + '\n';
}

core::Result<ResultBundle> read_bundle(std::string_view text) {
  auto bundle = json::read<ResultBundle>(text);
  if (!bundle) return bundle;
  if (bundle->format != ResultBundle::known_format)
    return core::fail(
        bundle_differs("format", std::string(ResultBundle::known_format), bundle->format));
  if (text_of(*bundle) != text)
    return core::fail(invalid_bundle("", "O ficheiro não está escrito como o sistema o escreve.",
                                     "The file is not written as the program writes it."));
  if (auto checked = awards::check(bundle->basis); !checked) {
    name_within(checked.error(), "basis");
    return core::fail(std::move(checked.error()));
  }
  return bundle;
}

core::Result<void> recompute(const ResultBundle& bundle, const core::Writing& writing) {
  if (bundle.basis.edition != bundle.result.edition)
    return core::fail(
        bundle_differs("basis.edition", bundle.result.edition.text(), bundle.basis.edition.text()));
  if (bundle.basis.draw_seed != bundle.result.draw_seed)
    return core::fail(bundle_differs("basis.draw_seed", bundle.result.draw_seed.value_or("null"),
                                     bundle.basis.draw_seed.value_or("null")));
  if (auto compared = compare_sources(bundle, writing); !compared) return compared;
  auto again = awards::result_of(bundle.basis, writing);
  if (!again) {
    name_within(again.error(), "basis");
    return core::fail(std::move(again.error()));
  }
  leave_out_what_was_not_told(bundle.result, *again);
  if (const auto difference = json::first_difference(*again, bundle.result))
    return core::fail(
        bundle_differs("result." + difference->path, difference->expected, difference->found));
  return {};
}

}  // namespace server
