#include "eventstore/store.hpp"

#include <utility>

#include "eventstore/errors.hpp"

namespace eventstore {

Store::Store(std::unique_ptr<Storage> storage, std::unique_ptr<RowStore> rows, Clock& clock,
             Entropy& entropy)
    : storage_(std::move(storage)), rows_(std::move(rows)), committer_(*storage_, clock, entropy) {}

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
  return value_or_throw(storage_->read_stream(stream, from, limit, head()));
}

std::vector<StoredEvent> Store::read_all(Position from, std::size_t limit) const {
  return value_or_throw(storage_->read_all(from, limit, head()));
}

Version Store::version_of(const StreamName& stream) const {
  return value_or_throw(storage_->version_of(stream, head()));
}

Position Store::head() const {
  return committer_.committed().position();
}

bool Store::wait_past(Position position, std::chrono::milliseconds timeout) const {
  return committer_.committed().wait_past(position, timeout);
}

void Store::wake_all() {
  committer_.wake_all();
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

}  // namespace eventstore
