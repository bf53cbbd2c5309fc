#pragma once

#include <cstdint>
#include <map>
#include <set>

#include "domain/awards/complaint_events.hpp"

namespace awards {

/// What entities said of a result, and what was decided.
class Complaints {
 public:
  void apply(const ComplaintFiled& event) { filed_[event.complaint] = event; }
  void apply(const ComplaintDecided& event) {
    decided_[event.complaint] = event.verdict;
    if (event.verdict == ComplaintVerdict::Upheld) reopened_.insert(event.dossier);
  }
  void result_computed() { reopened_.clear(); }

  [[nodiscard]] const ComplaintFiled* find(const core::ComplaintId& id) const {
    const auto found = filed_.find(id);
    return found == filed_.end() ? nullptr : &found->second;
  }
  [[nodiscard]] bool is_decided(const core::ComplaintId& id) const { return decided_.contains(id); }
  [[nodiscard]] std::int64_t undecided() const { return std::ssize(filed_) - std::ssize(decided_); }
  /// The dossiers of those that were upheld since the result was last computed.
  [[nodiscard]] const std::set<core::DossierId>& reopened() const { return reopened_; }

 private:
  std::map<core::ComplaintId, ComplaintFiled> filed_;
  std::map<core::ComplaintId, ComplaintVerdict> decided_;
  std::set<core::DossierId> reopened_;
};

}  // namespace awards
