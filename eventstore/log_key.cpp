#include "eventstore/log_key.hpp"

#include <sodium.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "domain/core/assert.hpp"
#include "eventstore/durable_file.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/hash.hpp"

namespace eventstore {
namespace {

using Key = std::array<unsigned char, 32>;
using Signature = std::array<unsigned char, crypto_sign_BYTES>;

constexpr std::string_view dash = "\u2014 ";  // how a signature line begins
constexpr char ed25519 = 1;                   // its signature type
constexpr std::size_t id_size = 4;
constexpr std::string_view secret_prefix = "PRIVATE+KEY+";

std::string typed(const Key& key) {
  return ed25519 + std::string(view_of(key));
}

/// The first four octets of SHA-256(name LF 0x01 key).
std::string id_of(const std::string& name, const Key& key) {
  const auto digest = sha256({name, "\n", typed(key)});
  return std::string(view_of(digest).substr(0, id_size));
}

bool is_name(std::string_view name) {
  constexpr std::size_t longest = 200;
  return !name.empty() && name.size() <= longest &&
         std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~' && c != '+'; });
}

struct Parts {
  std::string name;
  Key key;
};

/// name "+" key id "+" base64(0x01 || key)
std::string written(const Parts& parts, const std::string& id) {
  return parts.name + '+' + to_hex(id) + '+' + to_base64(typed(parts.key));
}

/// The id is the caller's to check: a secret key bears that of its public half.
std::optional<Parts> taken_apart(std::string_view text) {
  const auto first = text.find('+');
  const auto second = first == std::string_view::npos ? first : text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto typed_key = from_base64(text.substr(second + 1));
  Parts parts{std::string(text.substr(0, first)), {}};
  if (!is_name(parts.name) || !typed_key || typed_key->size() != 1 + parts.key.size() ||
      typed_key->front() != ed25519)
    return std::nullopt;
  std::copy(typed_key->begin() + 1, typed_key->end(), parts.key.begin());
  return parts;
}

Key public_half(const Key& seed) {
  Key key{};
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  core::ensure(sodium_init() >= 0, "libsodium starts");
  crypto_sign_seed_keypair(key.data(), secret.data(), seed.data());
  sodium_memzero(secret.data(), secret.size());
  return key;
}

core::Error invalid_key(const std::string& field) {
  return core::invalid("log-key-invalid", field, "Isto não é uma chave do registo.",
                       "This is not a key of a log.");
}

std::string_view without_line_end(std::string_view text) {
  return text.ends_with('\n') ? text.substr(0, text.size() - 1) : text;
}

}  // namespace

LogVerifier::LogVerifier(std::string name, const Key& key) : name_(std::move(name)), key_(key) {}

core::Result<LogVerifier> LogVerifier::parse(std::string_view text, const std::string& field) {
  auto parts = taken_apart(without_line_end(text));
  if (!parts) return core::fail(invalid_key(field));
  LogVerifier verifier(std::move(parts->name), parts->key);
  if (verifier.text() != without_line_end(text)) return core::fail(invalid_key(field));
  return verifier;
}

std::string LogVerifier::key_id() const {
  return id_of(name_, key_);
}

std::string LogVerifier::text() const {
  return written({name_, key_}, key_id());
}

std::optional<std::string> LogVerifier::open_note(std::string_view note) const {
  const auto blank = note.rfind("\n\n");
  if (blank == std::string_view::npos) return std::nullopt;
  const auto text = note.substr(0, blank + 1);
  const auto line = note.substr(blank + 2);
  const auto begin = std::string(dash) + name_ + ' ';
  if (!line.starts_with(begin) || !line.ends_with('\n')) return std::nullopt;
  const auto bytes = from_base64(without_line_end(line.substr(begin.size())));
  if (!bytes || bytes->size() != id_size + crypto_sign_BYTES || !bytes->starts_with(key_id()))
    return std::nullopt;
  const auto* signature = reinterpret_cast<const unsigned char*>(bytes->data()) + id_size;
  const int refused = crypto_sign_verify_detached(
      signature, reinterpret_cast<const unsigned char*>(text.data()), text.size(), key_.data());
  if (refused != 0) return std::nullopt;
  return std::string(text);
}

LogKey::LogKey(std::string name, const Seed& seed)
    : seed_(seed), verifier_(std::move(name), public_half(seed)) {}

LogKey LogKey::make(std::string_view origin, Entropy& entropy) {
  std::array<unsigned char, 4> suffix{};
  Seed seed{};
  entropy.fill(suffix);
  entropy.fill(seed);
  return {std::string(origin) + '/' + to_hex(view_of(suffix)), seed};
}

core::Result<std::optional<LogKey>> LogKey::read(const std::filesystem::path& file) {
  constexpr std::size_t longest = 1024;
  const auto text = read_small_file(file, longest);
  if (!text) return core::fail(text.error());
  if (!*text) return std::nullopt;
  const std::string_view line = **text;
  const auto parts = line.starts_with(secret_prefix)
                         ? taken_apart(without_line_end(line.substr(secret_prefix.size())))
                         : std::nullopt;
  if (!parts) return core::fail(invalid_key(file.string()));
  return LogKey(parts->name, parts->key);
}

core::Result<LogKey> LogKey::open(const std::filesystem::path& file, std::string_view origin,
                                  Entropy& entropy) {
  auto kept = read(file);
  if (!kept) return core::fail(kept.error());
  if (*kept) return **std::move(kept);
  auto key = make(origin, entropy);
  const Parts secret{key.verifier_.name(), key.seed_};
  const auto line = std::string(secret_prefix) + written(secret, key.verifier_.key_id()) + '\n';
  if (auto written_down = replace_file(file, line); !written_down)
    return core::fail(written_down.error());
  return key;
}

/// libsodium's secret key is the seed with the public key behind it.
std::string LogKey::sign_note(std::string_view text) const {
  std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
  std::ranges::copy(verifier_.key_, std::ranges::copy(seed_, secret.begin()).out);
  Signature signature{};
  crypto_sign_detached(signature.data(), nullptr,
                       reinterpret_cast<const unsigned char*>(text.data()), text.size(),
                       secret.data());
  sodium_memzero(secret.data(), secret.size());
  return std::string(text) + '\n' + std::string(dash) + verifier_.name() + ' ' +
         to_base64(verifier_.key_id() + std::string(view_of(signature))) + '\n';
}

}  // namespace eventstore
