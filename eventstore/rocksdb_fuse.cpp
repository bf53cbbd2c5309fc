#include "eventstore/rocksdb_fuse.hpp"

#include "eventstore/errors.hpp"

namespace eventstore {

core::Result<void> Fuse::check() const {
  const auto state = state_.load();
  if (state == State::Whole) return {};
  return core::fail(store_read_only(state == State::DiskFull));
}

core::Result<void> Fuse::pass(const rocksdb::Status& status) {
  if (status.ok()) return {};
  auto whole = State::Whole;
  state_.compare_exchange_strong(whole, status.IsNoSpace() ? State::DiskFull : State::WriteFailed);
  return check();
}

void Fuse::OnBackgroundError(rocksdb::BackgroundErrorReason /*reason*/, rocksdb::Status* error) {
  (void)pass(*error);
}

}  // namespace eventstore
