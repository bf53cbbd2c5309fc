#pragma once

#include <map>
#include <optional>

#include "domain/dossiers/attachments.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "domain/dossiers/record_versions.hpp"

namespace dossiers {

/// What one entity hands in to one edition.
class Dossier {
 public:
  static constexpr std::string_view category = "dossier";

  void apply(const DossierStarted& event);
  void apply(const DossierRecordAdded& event);
  void apply(const DossierRecordChanged& event);
  void apply(const DossierRecordRemoved& event);
  void apply(const DossierAttachmentAdded& event);
  void apply(const DossierAttachmentRemoved& event);
  void apply(const DossierRecordRestored& event);
  void apply(const DossierSubmitted& event);
  void apply(const ClarificationAsked& event);
  void apply(const ClarificationGiven& event);
  void apply(const DossierWithdrawn& event);
  void apply(const DossierScreened& event);
  void apply(const ScreeningContested& event);

  [[nodiscard]] core::Decision decide(const StartDossier& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const AddRecord& command, const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ImportRecords& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ChangeRecord& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const RemoveRecord& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const AddAttachment& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const RemoveAttachment& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const RestoreRecord& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const SubmitDossier& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const AskClarification& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const GiveClarification& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const WithdrawDossier& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ScreenDossier& command,
                                      const core::Context& context) const;
  [[nodiscard]] core::Decision decide(const ContestScreening& command,
                                      const core::Context& context) const;

  void tell(core::Facts& facts) const;

 private:
  /// Whether the dossier exists and was not withdrawn.
  [[nodiscard]] core::Result<void> takes_part() const;
  /// Whether it may be submitted still: a draft, and in time.
  [[nodiscard]] core::Result<void> is_open_draft(const core::Context& context) const;
  /// Whether a record of this section may be changed; nothing: a record of no section yet.
  [[nodiscard]] core::Result<void> may_change(const core::Context& context,
                                              std::optional<regulation::Section> section) const;
  /// The last second in which its being turned down may be contested, or thought over.
  [[nodiscard]] core::Instant contest_deadline(const core::Context& context) const;
  /// Whether the screening has come to it, and may end in another verdict than stands.
  [[nodiscard]] core::Result<void> may_screen(const core::Context& context) const;
  [[nodiscard]] core::Result<void> is_complete(const core::Context& context) const;
  /// For one more record.
  [[nodiscard]] core::Result<void> has_room() const;
  /// Whether the record is yet to be added; not where it stands already just so.
  [[nodiscard]] core::Result<bool> adds(const ImportedRecord& imported,
                                        const core::Context& context) const;
  [[nodiscard]] std::vector<regulation::Section> sections() const;

  /// Nullptr where it does not stand. It stands where its record does: it goes and comes back with
  /// it.
  [[nodiscard]] const DossierAttachmentAdded* find(const core::AttachmentId& attachment) const;
  /// The sizes of its files, whether the record stands or was removed.
  [[nodiscard]] std::vector<std::int64_t> attached_to(const core::RecordId& record) const;
  /// For files of these sizes, beside the attachments that stand.
  [[nodiscard]] core::Result<void> has_room_for(const std::vector<std::int64_t>& more) const;

  /// What stood when a clarification was asked for.
  struct Stood {
    std::map<core::RecordId, std::int64_t> revisions;
    std::map<core::AttachmentId, DossierAttachmentAdded> attachments;
  };
  [[nodiscard]] Stood standing() const;
  /// What makes the dossier again what it was when the clarification was asked for that nobody
  /// gave; nothing where none was asked for, or it was given.
  [[nodiscard]] std::vector<core::Event> brought_back(const core::Writing& writing) const;

  std::optional<DossierStarted> started_;
  /// Those of removed records too.
  std::map<core::AttachmentId, DossierAttachmentAdded> attachments_;
  RecordVersions records_;
  bool submitted_ = false;
  bool withdrawn_ = false;
  std::optional<ClarificationAsked> asked_;
  Stood stood_;
  bool clarified_ = false;
  std::optional<Verdict> verdict_;
  core::Instant screened_at_;
  bool contested_ = false;  ///< the verdict, which is open again
  bool heard_ = false;      ///< one was contested: the next ones extend no term
};

[[nodiscard]] const core::AggregateType& dossier_type();

}  // namespace dossiers
