#include "projections/accounts.hpp"

namespace projections {
namespace {

using accounts::AccountClosed;
using accounts::AccountOpened;
using accounts::RolesChanged;

/// Changes the row of an account that was opened before.
template <class Change>
void change(Rows& rows, const core::AccountId& account, Change change) {
  auto row = rows.find<AccountRow>(account.text());
  core::ensure(row.has_value(), "an account is opened before it changes");
  change(*row);
  rows.put_record(account.text(), *row);
}

}  // namespace

ReadModel accounts_model() {
  ReadModel model({"accounts", 2});
  model.on<AccountOpened>([](const AccountOpened& e, const core::Recorded&, Rows& rows) {
    rows.put_record(
        e.account.text(),
        AccountRow{e.account, e.full_name, e.roles, e.entities, {}, e.password_hash.is_erased()});
  });
  model.on<RolesChanged>([](const RolesChanged& e, const core::Recorded&, Rows& rows) {
    change(rows, e.account, [&](AccountRow& row) {
      row.roles = e.roles;
      row.entities = e.entities;
      row.edits_for.clear();
    });
  });
  model.on<accounts::EntityJoined>(
      [](const accounts::EntityJoined& e, const core::Recorded&, Rows& rows) {
        change(rows, e.account, [&](AccountRow& row) { accounts::join(row, e); });
      });
  model.on<accounts::EntityLeft>(
      [](const accounts::EntityLeft& e, const core::Recorded&, Rows& rows) {
        change(rows, e.account, [&](AccountRow& row) { accounts::leave(row, e.entity); });
      });
  model.on<AccountClosed>([](const AccountClosed& e, const core::Recorded&, Rows& rows) {
    change(rows, e.account, [](AccountRow& row) { row.closed = true; });
  });
  return model;
}

std::vector<AccountRow> all_accounts(const eventstore::RowView& view) {
  return rows_under<AccountRow>(view, "");
}

}  // namespace projections
