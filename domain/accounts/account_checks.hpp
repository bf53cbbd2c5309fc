#pragma once

#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"
#include "domain/facts.hpp"

/// What an account is held to, whoever asks.
namespace accounts {

/// "account-id" on "account".
[[nodiscard]] core::Result<void> check_id(const core::AccountId& account);
/// Those of `core::check_length` on "full_name".
[[nodiscard]] core::Result<void> check_full_name(const std::string& full_name);

/// Whether it may come to act for one more entity. Errors: "account-closed", "account-roles" (who
/// judges or organises does not apply).
[[nodiscard]] core::Result<void> check_may_join(const facts::Account& account);

[[nodiscard]] core::Error account_closed();
[[nodiscard]] core::Error invitation_used();

}  // namespace accounts
