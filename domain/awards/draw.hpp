#pragma once

#include <optional>
#include <string>

#include "domain/core/context.hpp"
#include "domain/core/result.hpp"
#include "domain/regulation/regulation.hpp"

namespace awards {

/// The public draw that parts dossiers when nothing else does. The regulation holds the SHA-256 of
/// a seed since before any dossier arrived; the seed itself is revealed with the result.
class Draw {
 public:
  /// Errors, on "draw_seed": "draw-seed-missing", "draw-seed-needless" (the regulation has no
  /// draw), "draw-seed-wrong" (its SHA-256 is not the one published).
  [[nodiscard]] static core::Result<Draw> make(const regulation::Regulation& regulation,
                                               const std::optional<std::string>& seed,
                                               core::Sha256 sha256);

  /// SHA-256(seed || dossier); empty without a draw.
  [[nodiscard]] std::string lot_of(const core::DossierId& dossier) const;

 private:
  Draw(std::optional<std::string> seed, core::Sha256 sha256)
      : seed_(std::move(seed)), sha256_(sha256) {}

  std::optional<std::string> seed_;
  core::Sha256 sha256_;
};

}  // namespace awards
