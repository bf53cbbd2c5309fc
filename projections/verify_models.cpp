#include "projections/verify_models.hpp"

#include <string>
#include <utility>

#include "eventstore/overlay_rows.hpp"
#include "projections/generations.hpp"
#include "projections/views.hpp"

namespace projections {

core::Error error_of(const ModelFault& fault) {
  const auto rows = std::to_string(fault.comparison.differing());
  return core::error_of(core::ErrorKind::Unavailable, "model-differs",
                        "O modelo de leitura " + fault.model + " tem " + rows +
                            " linhas que não são as que o registo diz.",
                        "The read model " + fault.model + " has " + rows +
                            " rows that are not those that the log says.");
}

core::Result<ModelsVerified> verify_models(
    eventstore::EventStore& log, const eventstore::RowStore& rows,
    const std::function<void(std::uint64_t done, std::uint64_t of)>& progress) {
  ModelsVerified verified;
  const auto of = read_models().size();
  std::uint64_t done = 0;
  for (const auto& model : read_models()) {
    eventstore::OverlayRows overlay(rows);  // one each, so that one shadow at a time is in memory
    if (Generations(overlay).made_by(model.name())) {
      Views views(log, overlay);
      auto compared = views.compare_with_shadow(model, [&](auto position, auto last) {
        if (progress && last > 0) progress(done * last + position, of * last);
      });
      if (!compared) return core::fail(std::move(compared.error()));
      if (!compared->same()) {
        verified.fault = ModelFault{model.name().name, *std::move(compared)};
        return verified;
      }
      ++verified.models;
    }
    ++done;
  }
  return verified;
}

}  // namespace projections
