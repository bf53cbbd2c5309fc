#include "projections/observatory.hpp"

#include <algorithm>

#include "projections/folding.hpp"

namespace projections {
namespace {

using namespace practices;
using core::Recorded;

std::string key_of(std::string_view kind, const core::PracticeId& practice) {
  return row_key({kind, practice.text()});
}

std::string key_of(std::string_view kind, const core::PracticeId& practice, std::uint64_t number) {
  return row_key({kind, practice.text(), row_number(number)});
}

Sheet for_the_public(Sheet sheet) {
  if (!sheet.contact.visible) sheet.contact = {};
  return sheet;
}

/// The words that a search looks through.
std::string searched(const Sheet& sheet) {
  std::string words = sheet.text.pt.title + ' ' + sheet.text.pt.summary;
  if (sheet.text.en) words += ' ' + sheet.text.en->title + ' ' + sheet.text.en->summary;
  for (const auto& keyword : sheet.classification.keywords) words += ' ' + keyword;
  return folded(words);
}

void propose(const PracticeProposed& e, const Recorded& recorded, Rows& rows) {
  const PreparedPractice row{e.practice,
                             e.entity,
                             e.dossier,
                             e.record_id,
                             PracticeStage::Proposed,
                             1,
                             recorded.recorded_at,
                             recorded.version,
                             static_cast<const Sheet&>(e)};
  rows.put_record(key_of("preparing", e.practice), row);
}

/// The version before: one that was returned, or the published one.
PreparedPractice version_before(const core::PracticeId& practice, const Rows& rows) {
  auto returned = rows.find<PreparedPractice>(key_of("preparing", practice));
  if (returned) return *std::move(returned);
  auto published = rows.find<PracticeRow>(key_of("public", practice));
  core::ensure(published.has_value(), "a practice is proposed before it is revised");
  PreparedPractice before;
  before.practice = published->practice;
  before.entity = published->entity;
  before.dossier = published->dossier;
  before.record_id = published->record_id;
  before.revision = published->revision;
  return before;
}

void revise(const PracticeRevised& e, const Recorded& recorded, Rows& rows) {
  auto row = version_before(e.practice, rows);
  row.stage = PracticeStage::Proposed;
  ++row.revision;
  row.written_at = recorded.recorded_at;
  row.version = recorded.version;
  row.sheet = static_cast<const Sheet&>(e);
  rows.put_record(key_of("preparing", e.practice), row);
}

PracticeStage stage_after(const PracticeReviewed& review) {
  if (review.verdict == Verdict::Return) return PracticeStage::Returned;
  return review.step == ReviewStep::First ? PracticeStage::ApprovedOnce : PracticeStage::Approved;
}

void review(const PracticeReviewed& e, const Recorded& recorded, Rows& rows) {
  const auto key = key_of("preparing", e.practice);
  auto row = rows.find<PreparedPractice>(key);
  core::ensure(row.has_value(), "a practice is reviewed before it is published");
  row->stage = stage_after(e);
  row->version = recorded.version;
  rows.put_record(key, *row);
  rows.put_record(
      key_of("review", e.practice, recorded.version),
      ReviewRow{row->revision, e.step, e.verdict, e.note, e.reviewer, recorded.recorded_at});
}

void publish(const PracticePublished& e, const Recorded& recorded, Rows& rows) {
  const auto prepared = rows.find<PreparedPractice>(key_of("preparing", e.practice));
  core::ensure(prepared.has_value() && prepared->revision == e.revision,
               "the version in preparation is the one that is published");
  const auto key = key_of("public", e.practice);
  auto row = rows.find<PracticeRow>(key).value_or(PracticeRow{});
  if (row.practice.empty()) row.first_published_at = recorded.recorded_at;
  row.practice = e.practice;
  row.entity = prepared->entity;
  row.dossier = prepared->dossier;
  row.record_id = prepared->record_id;
  row.revision = e.revision;
  row.published_at = recorded.recorded_at;
  row.sheet = for_the_public(prepared->sheet);
  rows.put_record(key, row);
  rows.put_record(key_of("revision", e.practice, static_cast<std::uint64_t>(e.revision)),
                  PublishedRevision{e.revision, recorded.recorded_at, row.sheet});
  rows.put(key_of("words", e.practice), searched(row.sheet));
  rows.erase(key_of("preparing", e.practice));
}

void confirm(const PracticeConfirmed& e, const Recorded&, Rows& rows) {
  const auto key = key_of("public", e.practice);
  auto row = rows.find<PracticeRow>(key);
  core::ensure(row.has_value(), "a practice is published before it is confirmed");
  row->confirmed_on = e.on;
  rows.put_record(key, *row);
}

/// The published practices that have all the words, by id.
std::vector<PracticeRow> practices_with(const eventstore::RowView& view, const std::string& words) {
  constexpr std::string_view prefix = "words/";
  std::vector<PracticeRow> found;
  view.scan(prefix, [&](std::string_view key, std::string_view text) {
    if (!has_all_words(text, words)) return true;
    const auto practice = core::PracticeId(std::string(key.substr(prefix.size())));
    found.push_back(find_row<PracticeRow>(view, key_of("public", practice)).value());
    return true;
  });
  return found;
}

bool is_in(const eventstore::RowView& entities, const core::EntityCode& code,
           const std::string& region) {
  if (region.empty()) return true;
  const auto entity = find_entity(entities, code);
  return entity && lies_in(*entity, region);
}

}  // namespace

ReadModel observatory_model() {
  ReadModel model({"observatory", 1});
  model.on<PracticeProposed>(propose);
  model.on<PracticeRevised>(revise);
  model.on<PracticeReviewed>(review);
  model.on<PracticePublished>(publish);
  model.on<PracticeConfirmed>(confirm);
  return model;
}

std::vector<NamedPractice> search_practices(const Views& views, const PracticeSearch& search) {
  const auto entities = views.view("entities");
  std::vector<NamedPractice> found;
  for (auto& practice : practices_with(*views.view("observatory"), folded(search.text))) {
    if (search.theme && practice.sheet.classification.theme != *search.theme) continue;
    if (!is_in(*entities, practice.entity, search.region)) continue;
    found.push_back({named_entity(*entities, practice.entity), std::move(practice)});
  }
  std::ranges::stable_sort(found, std::greater(),
                           [](const NamedPractice& named) { return named.practice.published_at; });
  return found;
}

std::optional<WholePractice> find_practice(const Views& views, const core::PracticeId& practice) {
  const auto view = views.view("observatory");
  auto row = find_row<PracticeRow>(*view, key_of("public", practice));
  if (!row) return std::nullopt;
  WholePractice whole;
  whole.entity = named_entity(*views.view("entities"), row->entity);
  whole.practice = *std::move(row);
  whole.revisions =
      rows_under<PublishedRevision>(*view, row_key({"revision", practice.text(), ""}));
  return whole;
}

std::vector<PracticeInPreparation> practices_in_preparation(const Views& views) {
  const auto view = views.view("observatory");
  const auto entities = views.view("entities");
  std::vector<PracticeInPreparation> all;
  for (auto& practice : rows_under<PreparedPractice>(*view, "preparing/")) {
    auto entity = named_entity(*entities, practice.entity);
    auto reviews = rows_under<ReviewRow>(*view, row_key({"review", practice.practice.text(), ""}));
    all.push_back({std::move(entity), std::move(practice), std::move(reviews)});
  }
  return all;
}

}  // namespace projections
