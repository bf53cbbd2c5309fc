#include "eventstore/bytes.hpp"

#include <isa-l/crc.h>

#include <utility>

#include "domain/core/assert.hpp"

namespace eventstore {

/// ISA-L takes as not const what it only reads, and leaves the closing complement to its caller.
std::uint32_t crc32c(std::string_view bytes) {
  core::ensure(std::in_range<int>(bytes.size()), "a record is shorter than 2 GiB");
  auto* first = const_cast<unsigned char*>(reinterpret_cast<const unsigned char*>(bytes.data()));
  return ~crc32_iscsi(first, static_cast<int>(bytes.size()), 0xFFFFFFFF);
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
