#include "eventstore/store.hpp"

#include <algorithm>
#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/checkpoint.hpp"
#include "eventstore/checkpoint_file.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/statement.hpp"

namespace eventstore {

Store::Store(std::unique_ptr<Storage> storage, std::unique_ptr<RowStore> rows,
             std::unique_ptr<PersonKeys> persons, LogKey key, Clock& clock, Entropy& entropy,
             Observer& observer)
    : storage_(std::move(storage)),
      rows_(std::move(rows)),
      persons_(std::move(persons)),
      key_(std::move(key)),
      committer_(*storage_, *persons_, clock, entropy, observer) {}

core::Result<Appended> Store::append(Append append) {
  return committer_.append(std::move(append));
}

core::Result<std::optional<Appended>> Store::find_command(const core::CommandId& id,
                                                          const Digest& request_hash) const {
  const auto record = storage_->find_command(id, head());
  if (!record) return core::fail(record.error());
  if (!*record) return std::nullopt;
  return repeat(**record, request_hash);
}

std::vector<StoredEvent> Store::read_stream(const StreamName& stream, Version from,
                                            std::size_t limit) const {
  return opened(storage_->read_stream(stream, from, limit, head()));
}

std::vector<StoredEvent> Store::read_all(Position from, std::size_t limit) const {
  return opened(storage_->read_all(from, limit, head()));
}

std::vector<StoredEvent> Store::opened(core::Result<std::vector<StoredEvent>> events) const {
  auto all = value_or_throw(std::move(events));
  for (auto& event : all)
    if (auto done = persons_->open(event); !done) throw Damaged(std::move(done.error()));
  return all;
}

Version Store::version_of(const StreamName& stream) const {
  return value_or_throw(storage_->version_of(stream, head()));
}

Position Store::head() const {
  return committer_.committed().position();
}

Position Store::last_erasure() const {
  return persons_->last_erasure();
}

bool Store::wait_past(Position position, std::chrono::milliseconds timeout) const {
  return committer_.committed().wait_past(position, timeout);
}

void Store::wake_all() {
  committer_.wake_all();
}

core::Result<void> Store::health() const {
  if (auto refusal = committer_.refusal()) return core::fail(*std::move(refusal));
  return storage_->health();
}

std::string Store::checkpoint() const {
  return sign(tree());
}

/// Two different trees of one size under one signature would be proof of a forgery.
std::string Store::sign(const merkle::TreeHead& head) const {
  if (const auto opened = storage_->tail(); opened.read_only) throw Damaged(*opened.read_only);
  return sign_checkpoint(key_, head);
}

std::vector<Digest> Store::nodes(unsigned level, std::uint64_t first, std::uint64_t count) const {
  constexpr unsigned highest = 7;
  const auto height = level * merkle::height_of_tile;
  const auto existing = level > highest ? 0 : head() >> height;
  if (first >= existing) return {};
  return value_or_throw(storage_->read_nodes(height, first, std::min(count, existing - first)));
}

Receipt Store::receipt(Position position) const {
  const auto tree = this->tree();
  core::ensure(1 <= position && position <= tree.size, "a receipt is asked for what is in the log");
  const auto event = value_or_throw(storage_->read_all(position, 1, position)).at(0);
  const auto proof =
      value_or_throw(merkle::inclusion_proof(leaf_index(position), tree.size, nodes_of(*storage_)));
  return make_receipt(event, proof, sign(tree));
}

merkle::Proof Store::consistency(Position earlier, Position later) const {
  core::ensure(later <= head(), "a proof is asked of what is in the log");
  return value_or_throw(merkle::consistency_proof(earlier, later, nodes_of(*storage_)));
}

/// Signed before, so that the snapshot holds at least what its checkpoint says.
core::Result<void> Store::snapshot(const std::filesystem::path& to) const {
  const auto signed_before = checkpoint();
  if (auto made = storage_->snapshot(to); !made) return made;
  return CheckpointFile::put(to, signed_before);
}

core::Result<Exported> Store::export_to(std::ostream& out, const ExportProgress& progress) const {
  return export_log(*storage_, head(), key_, out, progress);
}

std::unique_ptr<RowView> Store::view(const ModelName& model) const {
  return rows_->view(model);
}

core::Result<void> Store::commit(const ModelName& model, Position checkpoint,
                                 std::span<const RowChange> changes) {
  return rows_->commit(model, checkpoint, changes);
}

core::Result<void> Store::drop(const ModelName& model) {
  return rows_->drop(model);
}

core::Result<void> Store::scrub() {
  return rows_->scrub();
}

}  // namespace eventstore
