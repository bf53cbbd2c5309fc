#include "server/identity/passwords.hpp"

#include <sodium.h>

#include <array>
#include <cstddef>

#include "domain/core/assert.hpp"

namespace identity {
namespace {

constexpr std::size_t shortest = 8;
constexpr std::size_t longest = 200;

void use_sodium() {
  static const bool ready = sodium_init() >= 0;
  core::ensure(ready, "libsodium starts");
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

core::Result<std::string> hash_password(std::string_view password) {
  if (const auto checked = check_length(password); !checked) return core::fail(checked.error());
  use_sodium();
  std::array<char, crypto_pwhash_STRBYTES> hash{};
  if (crypto_pwhash_str(hash.data(), password.data(), password.size(),
                        crypto_pwhash_OPSLIMIT_INTERACTIVE,
                        crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
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

void verify_nobody(std::string_view password) {
  static const auto hash = hash_password("a password that no account has").value_or("");
  (void)verify_password(hash, password);
}

}  // namespace identity
