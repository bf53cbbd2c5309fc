#include "eventstore/sealing.hpp"

#include <sodium.h>

#include "eventstore/hash.hpp"

namespace eventstore {
namespace {

constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;

const unsigned char* octets(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

}  // namespace

std::string seal(std::string_view plain, const std::array<unsigned char, 32>& key,
                 std::string_view context, Entropy& entropy) {
  std::array<unsigned char, nonce_size> nonce{};
  entropy.fill(nonce);
  std::string sealed(view_of(nonce));
  sealed.resize(nonce_size + plain.size() + tag_size);
  auto* out = reinterpret_cast<unsigned char*>(sealed.data()) + nonce_size;
  crypto_aead_xchacha20poly1305_ietf_encrypt(out, nullptr, octets(plain), plain.size(),
                                             octets(context), context.size(), nullptr, nonce.data(),
                                             key.data());
  return sealed;
}

std::optional<std::string> unseal(std::string_view sealed, const std::array<unsigned char, 32>& key,
                                  std::string_view context) {
  if (sealed.size() < nonce_size + tag_size) return std::nullopt;
  const auto box = sealed.substr(nonce_size);
  std::string plain(box.size() - tag_size, '\0');
  const int refused = crypto_aead_xchacha20poly1305_ietf_decrypt(
      reinterpret_cast<unsigned char*>(plain.data()), nullptr, nullptr, octets(box), box.size(),
      octets(context), context.size(), octets(sealed), key.data());
  if (refused != 0) return std::nullopt;
  return plain;
}

}  // namespace eventstore
