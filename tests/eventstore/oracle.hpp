#pragma once

#include <set>
#include <string>
#include <vector>

#include "eventstore/store.hpp"
#include "tests/eventstore/child.hpp"

namespace eventstore::testing {

/// What children in the role "append" were acknowledged over all their lives, to be held against
/// what the store still has.
class Oracle {
 public:
  /// Listens to a child until its nth acknowledgement; false if it ended by itself.
  [[nodiscard]] bool hear(Child& child, int acknowledgements);
  /// Whatever else a dead child had said.
  void hear_out(Child& child);

  [[nodiscard]] bool heard_nothing() const { return acknowledged_.empty(); }

  /// Every append that was acknowledged and is not there, and every one that is there in part.
  [[nodiscard]] std::vector<std::string> faults_of(const Store& store);

 private:
  std::set<std::string> acknowledged_;
  std::vector<std::string> since_asked_;
};

}  // namespace eventstore::testing
