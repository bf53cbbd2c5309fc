#include "server/print/dossier_document.hpp"

#include <fmt/format.h>

#include <set>

#include "domain/dossiers/sections.hpp"
#include "server/attachments/media_type.hpp"
#include "server/print/paper.hpp"
#include "server/print/told.hpp"
#include "server/site/portuguese.hpp"

namespace server::print {
namespace {

struct AttachmentView {
  std::string attachment_title;
  std::string attachment_facts;
  std::string attachment_sha256;
  FIELDS(attachment_title, attachment_facts, attachment_sha256)
};

struct RecordView {
  std::string record_title;
  std::vector<ToldField> fields;
  bool has_attachments = false;
  std::vector<AttachmentView> attachments;
  FIELDS(record_title, fields, has_attachments, attachments)
};

struct SectionView {
  std::string section_numeral;
  std::string section_title;
  std::optional<std::string> section_lacks;
  bool has_records = false;
  std::vector<RecordView> records;
  FIELDS(section_numeral, section_title, section_lacks, has_records, records)
};

struct DossierView {
  std::string document_title;
  std::string entity_name;
  std::string edition_title;
  std::string category;
  std::string state_text;
  bool demonstration = false;
  std::string font_address;
  std::vector<SectionView> sections;
  FIELDS(document_title, entity_name, edition_title, category, state_text, demonstration,
         font_address, sections)
};

std::string state_in_words(const projections::DossierRow& dossier) {
  using projections::DossierState;
  if (dossier.state == DossierState::Draft) return "Rascunho, ainda não submetido";
  const auto submitted = [&](std::string_view then) {
    if (!dossier.receipt) return fmt::format("Submetida{}", then);
    return fmt::format("Submetida em {} (hora de Lisboa), registo n.º {}{}",
                       site::moment_in_words(dossier.receipt->at), dossier.receipt->position, then);
  };
  if (dossier.state == DossierState::Eligible) return submitted("; admitida");
  if (dossier.state == DossierState::NotEligible) return submitted("; não admitida");
  if (dossier.state == DossierState::Clarifying) return submitted("; em esclarecimento");
  if (dossier.state == DossierState::Withdrawn)
    return submitted("; retirada em " + site::moment_in_words(dossier.withdrawal->at));
  return submitted("");
}

AttachmentView view_of(const projections::AttachmentRow& attachment) {
  constexpr double bytes_in_megabyte = 1e6;
  const auto megabytes = static_cast<double>(attachment.file.bytes) / bytes_in_megabyte;
  auto facts = fmt::format("{}, {:.1f} MB", attachment.file.media_type, megabytes);
  std::ranges::replace(facts, '.', ',');
  return {attachment.title, std::move(facts), attachment.file.sha256};
}

RecordView view_of(const projections::RecordRow& row, const projections::WholeDossier& whole) {
  RecordView view{dossiers::title_of(row.record), told(row.record), false, {}};
  for (const auto& attachment : whole.attachments)
    if (attachment.record_id == row.record_id) view.attachments.push_back(view_of(attachment));
  view.has_attachments = !view.attachments.empty();
  return view;
}

SectionView view_of(regulation::Section section, const projections::WholeDossier& whole) {
  SectionView view{std::string(site::numeral_of(section)),
                   std::string(dossiers::title_of(section).pt),
                   std::nullopt,
                   false,
                   {}};
  for (const auto& row : whole.records)
    if (row.section == section) view.records.push_back(view_of(row, whole));
  view.has_records = !view.records.empty();
  return view;
}

/// Those of the regulation, and then others that have records.
std::vector<SectionView> sections_of(const projections::WholeDossier& whole) {
  std::vector<SectionView> views;
  std::set<regulation::Section> shown;
  for (const auto& status : whole.completeness) {
    views.push_back(view_of(status.section, whole));
    if (status.missing > 0) views.back().section_lacks = dossiers::missing_words({status}).pt;
    shown.insert(status.section);
  }
  for (const auto& row : whole.records) {
    if (!shown.insert(row.section).second) continue;
    views.push_back(view_of(row.section, whole));
    views.back().section_lacks = "Esta edição não pede registos desta secção.";
  }
  return views;
}

}  // namespace

std::string dossier_document(const projections::WholeDossier& whole,
                             const projections::EditionRow& edition) {
  DossierView view;
  view.document_title = "Candidatura de " + whole.entity.name;
  view.entity_name = whole.entity.name;
  view.edition_title = edition.title;
  view.category = site::name_of(whole.dossier.category);
  view.state_text = state_in_words(whole.dossier);
  view.demonstration = edition.demonstration;
  view.font_address = font_address();
  view.sections = sections_of(whole);
  return templates().render("dossier", view);
}

}  // namespace server::print
