#pragma once

#include <deque>
#include <string>

#include "eventstore/event_store.hpp"
#include "tests/bench/material.hpp"

namespace bench {

/// One edition of the award after the other, as a log tells them: the register of entities, then in
/// each edition 300 dossiers that fill side by side, are submitted, screened and judged, and a few
/// practices that are shared. The same events at every run, some 14,000 in each edition.
class Editions {
 public:
  /// The next event, ready to be appended.
  [[nodiscard]] eventstore::NewEvent next();

 private:
  void register_entities();
  void tell_edition();
  void fill_dossiers();
  void submit_dossiers();
  void judge_dossiers();
  void share_practices();

  template <class State, class E>
  void happens(const std::string& id, const E& event);
  [[nodiscard]] core::DossierId dossier(std::size_t nth) const;

  std::size_t count_ = 0;  ///< of editions told
  core::EditionId edition_;
  std::deque<eventstore::NewEvent> events_;
};

}  // namespace bench
