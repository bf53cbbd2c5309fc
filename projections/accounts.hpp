#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/accounts/account_events.hpp"
#include "projections/read_model.hpp"

namespace projections {

/// Who may sign in, and to do what? Password hashes stay in the log.
struct AccountRow {
  core::AccountId account;
  std::string full_name;
  std::vector<core::Role> roles;
  std::vector<core::EntityCode> entities;   ///< that it acts for as submitter
  std::vector<core::EntityCode> edits_for;  ///< and as editor
  bool closed = false;
  FIELDS(account, full_name, roles, entities, edits_for, closed)
};

[[nodiscard]] ReadModel accounts_model();

/// By id, closed ones too.
[[nodiscard]] std::vector<AccountRow> all_accounts(const eventstore::RowView& view);

}  // namespace projections
