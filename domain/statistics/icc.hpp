#pragma once

#include <array>
#include <string_view>

#include "domain/core/result.hpp"
#include "domain/statistics/table.hpp"

namespace statistics {

/// "2,k": the model (1 one-way, 2 two-way with raters drawn, 3 with these very raters), and whose
/// reliability: one rater's or that of the mean of all k.
struct Icc {
  std::string_view form;
  core::Result<double> value;
};

/// The six intraclass correlations of a complete table: (1,1) (2,1) (3,1) (1,k) (2,k) (3,k).
/// P. E. Shrout, J. L. Fleiss, "Intraclass correlations", Psychological Bulletin 86 (1979) 420-428.
/// Errors, why one is undefined: "missing-cells", "too-few-subjects", "too-few-raters",
/// "no-variation" (all values are equal), "denominator-not-positive".
[[nodiscard]] std::array<Icc, 6> icc(const Table& table);

}  // namespace statistics
