#pragma once

#include <cstdint>
#include <map>

#include "domain/awards/complaint_events.hpp"

namespace awards {

/// What entities said of a result, and what was decided.
class Complaints {
 public:
  void apply(const ComplaintFiled& event) { filed_[event.complaint] = event; }
  void apply(const ComplaintDecided& event) {
    decided_[event.complaint] = event.verdict;
    if (event.verdict == ComplaintVerdict::Upheld) computation_due_ = true;
  }
  void result_computed() { computation_due_ = false; }

  [[nodiscard]] const ComplaintFiled* find(const core::ComplaintId& id) const {
    const auto found = filed_.find(id);
    return found == filed_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool is_decided(const core::ComplaintId& id) const { return decided_.contains(id); }
  [[nodiscard]] std::int64_t undecided() const { return std::ssize(filed_) - std::ssize(decided_); }
  /// One was upheld since the result was last computed.
  [[nodiscard]] bool computation_due() const { return computation_due_; }

 private:
  std::map<core::ComplaintId, ComplaintFiled> filed_;
  std::map<core::ComplaintId, ComplaintVerdict> decided_;
  bool computation_due_ = false;
};

}  // namespace awards
