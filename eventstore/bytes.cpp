#include "eventstore/bytes.hpp"

#include <boost/crc.hpp>

#include "domain/core/assert.hpp"

namespace eventstore {

std::uint32_t crc32c(std::string_view bytes) {
  boost::crc_optimal<32, 0x1EDC6F41, 0xFFFFFFFF, 0xFFFFFFFF, true, true> crc;
  crc.process_bytes(bytes.data(), bytes.size());
  return crc.checksum();
}

ByteWriter& ByteWriter::short_text(std::string_view text) {
  core::ensure(text.size() <= 0xFF, "a short text fits in 255 bytes");
  return number(static_cast<std::uint8_t>(text.size())).raw(text);
}

ByteWriter& ByteWriter::long_text(std::string_view text) {
  core::ensure(text.size() <= 0xFFFFFFFF, "a long text fits in 4 GiB");
  return number(static_cast<std::uint32_t>(text.size())).raw(text);
}

std::string ByteWriter::seal() {
  number(crc32c(bytes_));
  return take();
}

std::string_view ByteReader::raw(std::size_t size) {
  if (failed_ || size > rest_.size()) {
    failed_ = true;
    return {};
  }
  const auto taken = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return taken;
}

std::string_view unseal(std::string_view record) {
  if (record.size() < sizeof(std::uint32_t)) return {};
  const auto body = record.substr(0, record.size() - sizeof(std::uint32_t));
  ByteReader seal(record.substr(body.size()));
  return seal.number<std::uint32_t>() == crc32c(body) ? body : std::string_view();
}

}  // namespace eventstore
