#pragma once

#include "domain/core/ids.hpp"
#include "domain/core/result.hpp"

/// What an account's own fields are held to, however it is opened.
namespace accounts {

/// "account-id" on "account".
[[nodiscard]] core::Result<void> check_id(const core::AccountId& account);
/// Those of `core::check_length` on "full_name".
[[nodiscard]] core::Result<void> check_full_name(const std::string& full_name);

}  // namespace accounts
