#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace server::transparency {

/// Which hashes of the log's Merkle tree a tile holds, as C2SP's tlog-tiles addresses them:
/// `<L>/<N>` or `<L>/<N>.p/<W>`.
struct TilePath {
  unsigned level = 0;         ///< 0 to 63
  std::uint64_t index = 0;    ///< within the level; below 2^56
  std::uint64_t width = 256;  ///< hashes; fewer in a partial tile

  friend bool operator==(const TilePath&, const TilePath&) = default;
  /// "x001/x234/067" or "000.p/17": what follows the level.
  [[nodiscard]] std::string text() const;
};

/// Nothing unless both are written as the format has it, to the last zero.
[[nodiscard]] std::optional<TilePath> parse_tile_path(std::string_view level,
                                                      std::string_view index);

}  // namespace server::transparency
