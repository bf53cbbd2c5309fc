#pragma once

#include <string>
#include <vector>

#include "domain/jury/assignment.hpp"

namespace assignment_samples {

/// "jurado-1" and so on.
inline std::vector<core::AccountId> jurors(int count) {
  std::vector<core::AccountId> all;
  for (int i = 1; i <= count; ++i) all.emplace_back("jurado-" + std::to_string(i));
  return all;
}

/// "2021-1000" and so on.
inline core::DossierId dossier(int number) {
  return core::DossierId("2021-" + std::to_string(1000 + number));
}

/// Whom no dossier fits better than another.
inline std::vector<jury::Candidate> candidates(const std::vector<core::AccountId>& jurors) {
  std::vector<jury::Candidate> all;
  for (const auto& juror : jurors) all.push_back({juror, false});
  return all;
}

inline std::vector<jury::Need> needs(int dossiers, int each,
                                     const std::vector<core::AccountId>& jurors) {
  std::vector<jury::Need> all;
  for (int i = 0; i < dossiers; ++i) all.push_back({dossier(i), each, candidates(jurors)});
  return all;
}

/// How many dossiers each juror gets.
inline std::map<core::AccountId, std::int64_t> loads(
    const std::vector<facts::Assignment>& assignments) {
  std::map<core::AccountId, std::int64_t> loads;
  for (const auto& one : assignments) ++loads[one.juror];
  return loads;
}

}  // namespace assignment_samples
