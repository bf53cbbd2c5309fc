#include "server/identity/passwords.hpp"

#include <sodium.h>

#include <array>
#include <cstddef>

#include "domain/core/assert.hpp"

namespace identity {
namespace {

constexpr std::size_t shortest = 8;
constexpr std::size_t longest = 200;

struct Argon2Limits {
  unsigned long long operations;
  std::size_t memory;
};

Argon2Limits limits_of(PasswordCost cost) {
  return cost == PasswordCost::Interactive
             ? Argon2Limits{crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE}
             : Argon2Limits{crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE};
}

void use_sodium() {
  static const bool ready = sodium_init() >= 0;
  core::ensure(ready, "libsodium starts");
}

template <PasswordCost cost>
const std::string& hash_of_nobody() {
  static const auto hash = hash_password("a password that no account has", cost).value_or("");
  return hash;
}

}  // namespace

core::Result<void> check_length(std::string_view password) {
  if (password.size() < shortest)
    return core::fail(core::invalid("password-too-short", "password",
                                    "A palavra-passe tem de ter pelo menos 8 caracteres.",
                                    "The password must have at least 8 characters."));
  if (password.size() > longest)
    return core::fail(
        core::invalid("password-too-long", "password",
                      "A palavra-passe não pode ocupar mais de 200 bytes (as letras com acento "
                      "contam como dois).",
                      "The password must not take more than 200 bytes (accented letters count "
                      "as two)."));
  return {};
}

core::Result<std::string> hash_password(std::string_view password, PasswordCost cost) {
  if (const auto checked = check_length(password); !checked) return core::fail(checked.error());
  use_sodium();
  const auto [operations, memory] = limits_of(cost);
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(), operations, memory) != 0)
    return core::fail(core::error_of(core::ErrorKind::Unavailable, "out-of-memory",
                                     "O servidor não tem memória livre para este pedido.",
                                     "The server has no memory left for this request."));
  return std::string(hash.data());
}

bool verify_password(const std::string& hash, std::string_view password) {
  use_sodium();
  return check_length(password) &&
         crypto_pwhash_str_verify(hash.c_str(), password.data(), password.size()) == 0;
}

void verify_nobody(std::string_view password, PasswordCost cost) {
  using enum PasswordCost;
  const auto& hash =
      cost == Interactive ? hash_of_nobody<Interactive>() : hash_of_nobody<Moderate>();
  (void)verify_password(hash, password);
}

bool needs_rehash(const std::string& hash, PasswordCost cost) {
  use_sodium();
  const auto [operations, memory] = limits_of(cost);
  return crypto_pwhash_str_needs_rehash(hash.c_str(), operations, memory) != 0;
}

}  // namespace identity
