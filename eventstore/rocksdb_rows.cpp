#include "eventstore/rocksdb_rows.hpp"

#include <utility>

#include "eventstore/errors.hpp"
#include "eventstore/rocksdb_keys.hpp"

namespace eventstore {
namespace {

class RocksDbView final : public RowView {
 public:
  RocksDbView(std::shared_ptr<Database> database, Database::Handle family)
      : database_(std::move(database)), family_(std::move(family)) {
    options_.snapshot = database_->db().GetSnapshot();
  }
  ~RocksDbView() override { database_->db().ReleaseSnapshot(options_.snapshot); }

  [[nodiscard]] Position checkpoint() const override {
    const auto bytes = look_up(keys::of_checkpoint());
    if (!bytes) return 0;
    const auto position = keys::to_position(*bytes);
    if (!position) throw Damaged(damaged_store("checkpoint of " + family_->GetName()));
    return *position;
  }

  [[nodiscard]] std::optional<std::string> get(std::string_view key) const override {
    return look_up(keys::of_row(key));
  }

  void scan(std::string_view prefix,
            const std::function<bool(std::string_view, std::string_view)>& visit) const override {
    if (!family_) return;
    const auto first = keys::of_row(prefix);
    const std::unique_ptr<rocksdb::Iterator> row(
        database_->db().NewIterator(options_, family_.get()));
    for (row->Seek(first); row->Valid() && row->key().starts_with(first); row->Next())
      if (!visit(row->key().ToStringView().substr(1), row->value().ToStringView())) return;
    ensure_read(row->status());
  }

 private:
  [[nodiscard]] std::optional<std::string> look_up(const std::string& key) const {
    if (!family_) return std::nullopt;
    std::string value;
    const auto status = database_->db().Get(options_, family_.get(), key, &value);
    if (status.IsNotFound()) return std::nullopt;
    ensure_read(status);
    return value;
  }

  static void ensure_read(const rocksdb::Status& status) {
    if (!status.ok()) throw Damaged(damaged_store(status.ToString()));
  }

  std::shared_ptr<Database> database_;
  Database::Handle family_;  ///< null: the model has no rows yet
  rocksdb::ReadOptions options_;
};

}  // namespace

RocksDbRows::RocksDbRows(std::shared_ptr<Database> database) : database_(std::move(database)) {}

std::unique_ptr<RowView> RocksDbRows::view(const ModelName& model) const {
  return std::make_unique<RocksDbView>(database_, database_->find(keys::family_of(model)));
}

core::Result<void> RocksDbRows::commit(const ModelName& model, Position checkpoint,
                                       std::span<const RowChange> changes) {
  const auto family = database_->make(keys::family_of(model));
  if (!family) return core::fail(family.error());
  rocksdb::WriteBatch batch;
  for (const auto& change : changes) {
    if (change.value)
      batch.Put(family->get(), keys::of_row(change.key), *change.value);
    else
      batch.Delete(family->get(), keys::of_row(change.key));
  }
  batch.Put(family->get(), keys::of_checkpoint(), keys::of_position(checkpoint));
  return database_->write(batch, false);
}

core::Result<void> RocksDbRows::drop(const ModelName& model) {
  return database_->drop(keys::family_of(model));
}

core::Result<void> RocksDbRows::scrub() {
  return database_->scrub();
}

}  // namespace eventstore
