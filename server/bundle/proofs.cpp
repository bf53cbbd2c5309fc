#include "server/bundle/proofs.hpp"

#include "domain/core/text.hpp"
#include "domain/editions/extensions.hpp"
#include "json/leaves.hpp"
#include "projections/recorded.hpp"

namespace server {
namespace {

using core::fail;
using core::Recorded;
using core::Result;

std::string place_of(std::size_t index) {
  return core::item("receipts", index);
}

core::Error out_of_place(std::size_t index, const std::string& expected, const std::string& found) {
  return bundle_differs(place_of(index), expected, found);
}

/// The event that a receipt proves; each is later than the one before.
Result<std::vector<Recorded>> proven(const ResultBundle& bundle,
                                     const eventstore::LogVerifier& key) {
  std::vector<Recorded> events;
  for (std::size_t i = 0; i < bundle.receipts.size(); ++i) {
    auto stored = eventstore::verify_receipt(bundle.receipts[i], key);
    if (!stored) {
      stored.error().field.insert(0, place_of(i) + ".");
      return fail(std::move(stored.error()));
    }
    auto event = projections::recorded(*std::move(stored));
    if (!event) return fail(std::move(event.error()));
    if (!events.empty() && event->position <= events.back().position)
      return fail(out_of_place(i, "position > " + std::to_string(events.back().position),
                               std::to_string(event->position)));
    events.push_back(*std::move(event));
  }
  return events;
}

template <class T>
Result<T> event_at(const std::vector<Recorded>& events, std::size_t index) {
  if (index >= events.size()) return fail(out_of_place(index, std::string(T::name), "null"));
  if (const auto* event = events[index].event.get_if<T>()) return *event;
  return fail(
      out_of_place(index, std::string(T::name), std::string(events[index].event.type().name)));
}

template <core::Record T>
Result<void> compare(const T& expected, const T& found, const std::string& field) {
  const auto difference = json::first_difference(expected, found);
  if (!difference) return {};
  return fail(
      bundle_differs(field + "." + difference->path, difference->expected, difference->found));
}

/// Whether the event is an extension in the edition, which then has the new deadline.
bool puts_off(const core::Event& event, editions::EditionOpened& opened) {
  bool here = false;
  editions::visit_extension(event, [&](const auto& extension) {
    here = extension.edition == opened.edition;
    if (here) extension.put_off(opened.regulation.calendar);
  });
  return here;
}

Result<void> check_edition(const ResultBundle& bundle, editions::EditionOpened opened,
                           const std::vector<Recorded>& events) {
  for (std::size_t i = 1; i + 2 < events.size(); ++i)
    if (!puts_off(events[i].event, opened))
      return fail(out_of_place(i, "an extension in " + opened.edition.text(),
                               std::string(events[i].event.type().name)));
  if (opened.edition != bundle.basis.edition)
    return fail(
        bundle_differs("basis.edition", opened.edition.text(), bundle.basis.edition.text()));
  if (opened.title != bundle.title)
    return fail(bundle_differs("title", opened.title, bundle.title));
  if (opened.demonstration != bundle.demonstration)
    return fail(bundle_differs("demonstration", opened.demonstration ? "true" : "false",
                               bundle.demonstration ? "true" : "false"));
  return compare(opened.regulation, bundle.basis.regulation, "basis.regulation");
}

/// Whose list it is, provisional or final.
Result<core::EditionId> edition_listed(const Recorded& last, std::size_t index) {
  if (const auto* published = last.event.get_if<awards::ResultPublished>())
    return published->edition;
  if (const auto* final = last.event.get_if<awards::ResultFinalised>()) return final->edition;
  return fail(out_of_place(index, "result-published", std::string(last.event.type().name)));
}

}  // namespace

Result<ProvenTimes> check_proofs(const ResultBundle& bundle, const eventstore::LogVerifier& key) {
  if (bundle.log_key != key.text())
    return fail(bundle_differs("log_key", key.text(), bundle.log_key));
  const auto events = proven(bundle, key);
  if (!events) return fail(events.error());
  auto opened = event_at<editions::EditionOpened>(*events, 0);
  if (!opened) return fail(std::move(opened.error()));
  if (events->size() < 3) return fail(out_of_place(events->size(), "result-published", "null"));
  const auto last = events->size() - 1;
  const auto computed = event_at<awards::ResultComputed>(*events, last - 1);
  if (!computed) return fail(computed.error());
  const auto published = edition_listed(events->back(), last);
  if (!published) return fail(published.error());
  if (*published != computed->edition)
    return fail(out_of_place(last, computed->edition.text(), published->text()));
  if (auto checked = check_edition(bundle, *std::move(opened), *events); !checked)
    return fail(checked.error());
  if (auto compared = compare(*computed, bundle.result, "result"); !compared)
    return fail(compared.error());
  return ProvenTimes{events->front().recorded_at, (*events)[last - 1].recorded_at,
                     events->back().recorded_at,
                     events->back().event.get_if<awards::ResultFinalised>() != nullptr};
}

}  // namespace server
