#pragma once

#include <functional>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/recorded.hpp"
#include "projections/rows.hpp"

namespace projections {

/// Folds events into rows that answer one question. Deterministic: no clock, no I/O, nothing but
/// the events and the model's own rows, so that it can be rebuilt to the same bytes.
class ReadModel {
 public:
  explicit ReadModel(eventstore::ModelName name) : name_(std::move(name)) {}

  /// What to do at an event of type `E`: a function of (const E&, const core::Recorded&, Rows&).
  template <class E, class Fold>
  ReadModel& on(Fold then) {
    folds_[&core::record_type<E>] = [then](const core::Recorded& recorded, Rows& rows) {
      then(recorded.event.get<E>(), recorded, rows);
    };
    return *this;
  }

  [[nodiscard]] const eventstore::ModelName& name() const { return name_; }
  [[nodiscard]] bool folds(const core::RecordType& event) const { return folds_.contains(&event); }

  void fold(const core::Recorded& recorded, Rows& rows) const {
    const auto found = folds_.find(&recorded.event.type());
    if (found != folds_.end()) found->second(recorded, rows);
  }

 private:
  eventstore::ModelName name_;
  std::map<const core::RecordType*, std::function<void(const core::Recorded&, Rows&)>> folds_;
};

}  // namespace projections
