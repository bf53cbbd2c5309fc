#include "eventstore/hash.hpp"

#include <openssl/evp.h>
#include <sodium.h>

#include "domain/core/assert.hpp"

namespace eventstore {
namespace {

const unsigned char* octets(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

/// Fetched once: to look it up takes longer than to hash a node.
const EVP_MD* algorithm() {
  static const EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return fetched;
}

/// OpenSSL fails where there is no memory, or none of its algorithms.
void done(int status) {
  core::ensure(status == 1, "SHA-256 can be had");
}

}  // namespace

void Sha256::Free::operator()(evp_md_ctx_st* context) const {
  EVP_MD_CTX_free(context);
}

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  done(EVP_DigestInit_ex2(context_.get(), algorithm(), nullptr));
}

void Sha256::add(std::string_view bytes) {
  done(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()));
}

Digest Sha256::digest() const {
  Sha256 so_far;
  done(EVP_MD_CTX_copy_ex(so_far.context_.get(), context_.get()));
  return so_far.finish();
}

Digest Sha256::finish() {
  Digest digest{};
  done(EVP_DigestFinal_ex(context_.get(), digest.data(), nullptr));
  return digest;
}

Digest sha256(std::initializer_list<std::string_view> parts) {
  Sha256 hash;
  for (const auto part : parts) hash.add(part);
  return hash.finish();
}

std::string to_hex(std::string_view bytes) {
  std::string text(2 * bytes.size() + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), octets(bytes), bytes.size());
  text.pop_back();  // the closing zero
  return text;
}

std::string to_base64(std::string_view bytes) {
  std::string text(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(text.data(), text.size(), octets(bytes), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  text.pop_back();  // the closing zero
  return text;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string bytes(text.size() / 4 * 3, '\0');
  std::size_t size = 0;
  const int refused =
      sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                        text.size(), nullptr, &size, nullptr, sodium_base64_VARIANT_ORIGINAL);
  if (refused != 0) return std::nullopt;
  bytes.resize(size);
  if (to_base64(bytes) != text) return std::nullopt;
  return bytes;
}

}  // namespace eventstore
