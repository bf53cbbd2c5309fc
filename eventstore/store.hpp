#pragma once

#include <filesystem>
#include <iosfwd>
#include <memory>

#include "eventstore/committer.hpp"
#include "eventstore/event_store.hpp"
#include "eventstore/export_log.hpp"
#include "eventstore/log_key.hpp"
#include "eventstore/merkle_proof.hpp"
#include "eventstore/ports.hpp"
#include "eventstore/receipt.hpp"
#include "eventstore/row_store.hpp"
#include "eventstore/storage.hpp"

namespace eventstore {

/// The log, its proofs, and the rows of read models over one engine. Views must be gone before it
/// is. Reads that meet damage throw `Damaged`.
class Store final : public EventStore, public RowStore {
 public:
  Store(std::unique_ptr<Storage> storage, std::unique_ptr<RowStore> rows,
        std::unique_ptr<PersonKeys> persons, LogKey key, Clock& clock, Entropy& entropy,
        Observer& observer);

  [[nodiscard]] core::Result<Appended> append(Append append) override;
  [[nodiscard]] core::Result<std::optional<Appended>> find_command(
      const core::CommandId& id, const Digest& request_hash) const override;
  [[nodiscard]] std::vector<StoredEvent> read_stream(const StreamName& stream, Version from,
                                                     std::size_t limit) const override;
  [[nodiscard]] std::vector<StoredEvent> read_all(Position from, std::size_t limit) const override;
  [[nodiscard]] Version version_of(const StreamName& stream) const override;
  [[nodiscard]] Position head() const override;
  [[nodiscard]] Position last_erasure() const override;
  [[nodiscard]] bool wait_past(Position position, std::chrono::milliseconds timeout) const override;
  void wake_all() override;

  /// Whether appends are taken; else why not. Reads go on where they can.
  [[nodiscard]] core::Result<void> health() const;
  /// How many appends wait for their group.
  [[nodiscard]] std::size_t queued() const { return committer_.queued(); }
  /// Bytes that the log and the rows take on disk.
  [[nodiscard]] std::uint64_t size_on_disk() const { return storage_->size_on_disk(); }

  /// Verifies this log's checkpoints.
  [[nodiscard]] const LogVerifier& verifier() const { return key_.verifier(); }
  /// The Merkle tree over all that is committed.
  [[nodiscard]] merkle::TreeHead tree() const { return committer_.tree(); }
  /// The same, signed: a note as `open_checkpoint` reads it. A log that is not what its last
  /// checkpoint signed signs no other: `Damaged`, here and in `receipt`.
  [[nodiscard]] std::string checkpoint() const;
  /// Hashes of one level of tiles, those that exist of `count` from `first` on.
  [[nodiscard]] std::vector<Digest> nodes(unsigned level, std::uint64_t first,
                                          std::uint64_t count) const;
  /// The proof that the event at `position`, from 1 to the head, is in the log.
  [[nodiscard]] Receipt receipt(Position position) const;
  /// The proof that the log goes on from when it had `earlier` events, at most those of `later`.
  [[nodiscard]] merkle::Proof consistency(Position earlier, Position later) const;

  /// Puts the store as it stands now into the new folder `to`, as that of a closed store, while
  /// writes go on. Errors: "snapshot-unsupported", "place-unavailable".
  [[nodiscard]] core::Result<void> snapshot(const std::filesystem::path& to) const;
  /// Writes the whole log as export_format.hpp has it. Errors: "store-damaged",
  /// "place-unavailable" where `out` fails.
  [[nodiscard]] core::Result<Exported> export_to(std::ostream& out,
                                                 const ExportProgress& progress = {}) const;

  [[nodiscard]] std::unique_ptr<RowView> view(const ModelName& model) const override;
  [[nodiscard]] core::Result<void> commit(const ModelName& model, Position checkpoint,
                                          std::span<const RowChange> changes) override;
  [[nodiscard]] core::Result<void> drop(const ModelName& model) override;
  [[nodiscard]] core::Result<void> scrub() override;

 private:
  [[nodiscard]] std::string sign(const merkle::TreeHead& head) const;
  [[nodiscard]] std::vector<StoredEvent> opened(
      core::Result<std::vector<StoredEvent>> events) const;

  std::unique_ptr<Storage> storage_;
  std::unique_ptr<RowStore> rows_;
  std::unique_ptr<PersonKeys> persons_;
  LogKey key_;
  Committer committer_;
};

}  // namespace eventstore
