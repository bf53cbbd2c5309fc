#include "server/digest.hpp"

#include <sodium.h>

#include "eventstore/hash.hpp"

namespace server {

eventstore::Digest sha256(std::string_view bytes) {
  return eventstore::sha256({bytes});
}

std::string hexadecimal(std::span<const unsigned char> bytes) {
  std::string text(bytes.size() * 2 + 1, '\0');
  sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
  text.pop_back();
  return text;
}

}  // namespace server
