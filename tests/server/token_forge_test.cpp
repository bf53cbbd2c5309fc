#include <openssl/bio.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <vector>

#include "tests/server/token_forge.hpp"

namespace server_tests {
namespace {

template <auto release>
struct Releaser {
  void operator()(auto* owned) const { release(owned); }
};

const unsigned char* bytes_of(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>> key_of(const std::string& pem) {
  const std::unique_ptr<BIO, Releaser<BIO_free_all>> source(
      BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  return std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>(
      PEM_read_bio_PrivateKey(source.get(), nullptr, nullptr, nullptr));
}

/// The two 32-byte numbers r and s in a row (RFC 7518, 3.4), from OpenSSL's DER.
std::string raw_signature(const std::vector<unsigned char>& der) {
  const auto* next = der.data();
  const std::unique_ptr<ECDSA_SIG, Releaser<ECDSA_SIG_free>> signature(
      d2i_ECDSA_SIG(nullptr, &next, static_cast<long>(der.size())));
  std::array<unsigned char, 64> raw{};
  BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), raw.data(), 32);
  BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), raw.data() + 32, 32);
  return {raw.begin(), raw.end()};
}

const EVP_MD* hash_named_in(const std::string& header) {
  if (header.contains("384")) return EVP_sha384();
  return header.contains("512") ? EVP_sha512() : EVP_sha256();
}

}  // namespace

std::string encoded(const std::string& bytes) {
  std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
  const auto size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes_of(bytes),
                                    static_cast<int>(bytes.size()));
  text.resize(static_cast<std::size_t>(size));
  std::erase(text, '=');
  std::ranges::replace(text, '+', '-');
  std::ranges::replace(text, '/', '_');
  return text;
}

std::string Forge::signed_token(const std::string& header, const std::string& claims) const {
  const auto body = encoded(header) + "." + encoded(claims);
  const auto key = key_of(keys_.private_pem);
  const std::unique_ptr<EVP_MD_CTX, Releaser<EVP_MD_CTX_free>> context(EVP_MD_CTX_new());
  EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, key.get());
  std::vector<unsigned char> der(128);
  auto size = der.size();
  EVP_DigestSign(context.get(), der.data(), &size, bytes_of(body), body.size());
  der.resize(size);
  return body + "." + encoded(raw_signature(der));
}

std::string Forge::hmac_token(const std::string& header, const std::string& claims) const {
  const auto body = encoded(header) + "." + encoded(claims);
  std::array<unsigned char, EVP_MAX_MD_SIZE> code{};
  unsigned size = 0;
  HMAC(hash_named_in(header), keys_.public_pem.data(), static_cast<int>(keys_.public_pem.size()),
       bytes_of(body), body.size(), code.data(), &size);
  return body + "." + encoded({code.begin(), code.begin() + size});
}

TokenTest::TokenTest() {
  auto name = (std::filesystem::temp_directory_path() / "autarquia-token-XXXXXX").string();
  folder_ = ::mkdtemp(name.data());
  auto opened = identity::SessionTokens::open(key_file());
  tokens_ = std::make_unique<identity::SessionTokens>(*std::move(opened));
  forge_ = std::make_unique<Forge>(*identity::open_key_file(key_file()));
}

TokenTest::~TokenTest() {
  std::filesystem::remove_all(folder_);
}

}  // namespace server_tests
