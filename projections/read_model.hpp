#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/recorded.hpp"
#include "projections/rows.hpp"

namespace projections {

/// A read model's name, and the version of its fold: one more whenever the fold or what its rows
/// hold changes, so that rows of another version are built anew.
struct Definition {
  std::string name;
  std::uint32_t version = 1;
};

/// Folds events into rows that answer one question. Deterministic: no clock, no I/O, nothing but
/// the events and the model's own rows, so that it can be rebuilt to the same bytes.
class ReadModel {
 public:
  explicit ReadModel(Definition name) : name_(std::move(name)) {}

  /// What to do at an event of type `E`: a function of (const E&, const core::Recorded&, Rows&).
  template <class E, class Fold>
  ReadModel& on(Fold then) {
    folds_[&core::record_type<E>] = [then](const core::Recorded& recorded, Rows& rows) {
      then(recorded.event.get<E>(), recorded, rows);
    };
    return *this;
  }

  [[nodiscard]] const Definition& name() const { return name_; }
  /// Whether its rows may hold words that belong to a person.
  [[nodiscard]] bool holds_personal() const {
    return std::ranges::any_of(folds_, [](const auto& fold) { return fold.first->person; });
  }
  [[nodiscard]] bool folds(const core::RecordType& event) const { return folds_.contains(&event); }

  void fold(const core::Recorded& recorded, Rows& rows) const {
    const auto found = folds_.find(&recorded.event.type());
    if (found != folds_.end()) found->second(recorded, rows);
  }

 private:
  Definition name_;
  std::map<const core::RecordType*, std::function<void(const core::Recorded&, Rows&)>> folds_;
};

}  // namespace projections
