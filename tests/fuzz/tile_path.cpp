#include "server/transparency/tile_path.hpp"

#include "domain/core/assert.hpp"
#include "tests/fuzz/support/fuzz.hpp"

/// Whatever is taken for a tile's path is the one way to write it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto path = fuzz::text_of(data, size);
  const auto slash = path.find('/');
  if (slash == std::string_view::npos) return 0;
  const auto tile =
      server::transparency::parse_tile_path(path.substr(0, slash), path.substr(slash + 1));
  core::ensure(!tile || std::to_string(tile->level) + "/" + tile->text() == path,
               "one way to write it");
  return 0;
}
