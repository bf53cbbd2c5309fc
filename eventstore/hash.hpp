#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "eventstore/event_store.hpp"

struct evp_md_ctx_st;

namespace eventstore {

/// SHA-256 (FIPS 180-4) over the parts, one after the other.
[[nodiscard]] Digest sha256(std::initializer_list<std::string_view> parts);

/// SHA-256 over bytes that come piece by piece.
class Sha256 {
 public:
  Sha256();

  void add(std::string_view bytes);
  /// Of all that came so far.
  [[nodiscard]] Digest digest() const;
  /// The same, once and for all: nothing may be added after it.
  [[nodiscard]] Digest finish();

 private:
  struct Free {
    void operator()(evp_md_ctx_st* context) const;
  };
  std::unique_ptr<evp_md_ctx_st, Free> context_;
};

/// The bytes of a digest, id or key as text for the functions that take text.
template <std::size_t Size>
[[nodiscard]] std::string_view view_of(const std::array<unsigned char, Size>& bytes) {
  return {reinterpret_cast<const char*>(bytes.data()), Size};
}

/// Lower-case hexadecimal.
[[nodiscard]] std::string to_hex(std::string_view bytes);

/// Base64 with padding (RFC 4648, section 4).
[[nodiscard]] std::string to_base64(std::string_view bytes);
/// Nothing unless the text is what `to_base64` writes, to the last bit.
[[nodiscard]] std::optional<std::string> from_base64(std::string_view text);
/// The same for a value of one size.
template <std::size_t Size>
[[nodiscard]] bool from_base64(std::string_view text, std::array<unsigned char, Size>& into) {
  const auto bytes = from_base64(text);
  if (!bytes || bytes->size() != Size) return false;
  bytes->copy(reinterpret_cast<char*>(into.data()), Size);
  return true;
}

}  // namespace eventstore
