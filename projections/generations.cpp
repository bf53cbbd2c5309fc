#include "projections/generations.hpp"

#include <array>

namespace projections {
namespace {

const eventstore::ModelName kept_in{"active-read-models", 1};

}  // namespace

Generation Generations::of(const std::string& model) const {
  return find_row<Generation>(*rows_.view(kept_in), model).value_or(Generation{});
}

eventstore::ModelName Generations::live(const std::string& model) const {
  return {model, of(model).live};
}

bool Generations::made_by(const Definition& model) const {
  return of(model.name).definition == model.version;
}

bool Generations::made_since(const Definition& model, eventstore::Position erasure) const {
  return of(model.name).erasure >= erasure;
}

/// The rows go before anything is written: a power cut may have kept rows that no record names.
core::Result<eventstore::ModelName> Generations::begin(const std::string& model) {
  if (auto dropped = drop_beside(model); !dropped) return core::fail(std::move(dropped.error()));
  auto generation = of(model);
  eventstore::ModelName next{model, generation.live + 1};
  if (auto dropped = rows_.drop(next); !dropped) return core::fail(std::move(dropped.error()));
  generation.beside = next.version;
  if (auto kept = put(model, generation); !kept) return core::fail(std::move(kept.error()));
  return next;
}

core::Result<void> Generations::switch_over(const Definition& model, eventstore::Position erasure) {
  const auto before = of(model.name);
  core::ensure(before.beside.has_value(), "a read model switches to what was built beside it");
  return put(model.name, {*before.beside, model.version, before.live, erasure});
}

core::Result<void> Generations::drop_beside(const std::string& model) {
  auto generation = of(model);
  if (!generation.beside) return {};
  if (auto dropped = rows_.drop({model, *generation.beside}); !dropped) return dropped;
  generation.beside.reset();
  return put(model, generation);
}

core::Result<void> Generations::put(const std::string& model, const Generation& generation) {
  const std::array change{eventstore::RowChange{model, json::write(generation)}};
  return rows_.commit(kept_in, 0, change);
}

}  // namespace projections
