#include "projections/editions.hpp"
#include "projections/views.hpp"

namespace projections {

const std::vector<ReadModel>& read_models() {
  static const std::vector<ReadModel> all = {
      editions_model(),
  };
  return all;
}

const ReadModel* find_read_model(std::string_view name) {
  for (const auto& model : read_models())
    if (model.name().name == name) return &model;
  return nullptr;
}

}  // namespace projections
