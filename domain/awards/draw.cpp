#include "domain/awards/draw.hpp"

namespace awards {

core::Result<Draw> Draw::make(const regulation::Regulation& regulation,
                              const std::optional<std::string>& seed, core::Sha256 sha256) {
  const auto refuse = [](const char* code, const char* pt, const char* en) {
    return core::fail(core::invalid(code, "draw_seed", pt, en));
  };
  if (regulation::has_draw(regulation) && !seed)
    return refuse("draw-seed-missing", "Revele a semente do sorteio que o regulamento prevê.",
                  "Reveal the seed of the draw that the regulation provides for.");
  if (!regulation::has_draw(regulation) && seed)
    return refuse("draw-seed-needless", "O regulamento não prevê sorteio.",
                  "The regulation provides for no draw.");
  if (!seed) return Draw(std::nullopt, nullptr);
  core::ensure(sha256 != nullptr, "a draw is decided where there is a SHA-256");
  if (sha256(*seed) != regulation.draw_commitment)
    return refuse("draw-seed-wrong", "Não é esta a semente cujo SHA-256 o regulamento publicou.",
                  "This is not the seed whose SHA-256 the regulation published.");
  return Draw(seed, sha256);
}

std::string Draw::lot_of(const core::DossierId& dossier) const {
  return seed_ ? sha256_(*seed_ + dossier.text()) : std::string();
}

}  // namespace awards
