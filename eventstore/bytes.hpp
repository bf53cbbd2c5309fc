#pragma once

#include <array>
#include <boost/endian/conversion.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace eventstore {

/// CRC-32C (Castagnoli, as in RFC 3720) of `bytes`.
[[nodiscard]] std::uint32_t crc32c(std::string_view bytes);

/// Builds a record: big-endian numbers, bytes as they stand, short texts behind their length.
class ByteWriter {
 public:
  template <class Number>
  ByteWriter& number(Number value) {
    unsigned char bytes[sizeof(Number)];
    boost::endian::endian_store<Number, sizeof(Number), boost::endian::order::big>(bytes, value);
    for (const auto byte : bytes) bytes_ += static_cast<char>(byte);
    return *this;
  }

  ByteWriter& raw(std::string_view bytes) {
    bytes_ += bytes;
    return *this;
  }

  template <std::size_t Size>
  ByteWriter& raw(const std::array<unsigned char, Size>& bytes) {
    bytes_.append(bytes.begin(), bytes.end());
    return *this;
  }

  /// At most 255 bytes, behind one byte of length.
  ByteWriter& short_text(std::string_view text);
  /// Behind four bytes of length.
  ByteWriter& long_text(std::string_view text);

  [[nodiscard]] std::string take() { return std::move(bytes_); }
  /// Ends the record with the CRC-32C of all that was written.
  [[nodiscard]] std::string seal();

 private:
  std::string bytes_;
};

/// Takes a record apart. Once it is asked for more than there is, it answers zeros and `failed`.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : rest_(bytes) {}

  template <class Number>
  Number number() {
    const auto bytes = raw(sizeof(Number));
    if (failed_) return 0;
    return boost::endian::endian_load<Number, sizeof(Number), boost::endian::order::big>(
        reinterpret_cast<const unsigned char*>(bytes.data()));
  }

  template <std::size_t Size>
  void raw(std::array<unsigned char, Size>& into) {
    const auto bytes = raw(Size);
    if (!failed_) bytes.copy(reinterpret_cast<char*>(into.data()), Size);
  }

  std::string_view raw(std::size_t size);
  std::string short_text() { return std::string(raw(number<std::uint8_t>())); }
  std::string long_text() { return std::string(raw(number<std::uint32_t>())); }

  [[nodiscard]] bool failed() const { return failed_; }
  /// Everything was there and nothing is left.
  [[nodiscard]] bool complete() const { return !failed_ && rest_.empty(); }

 private:
  std::string_view rest_;
  bool failed_ = false;
};

/// The record without its closing CRC-32C; empty when the CRC tells of damage.
[[nodiscard]] std::string_view unseal(std::string_view record);

}  // namespace eventstore
