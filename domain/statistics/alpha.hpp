#pragma once

#include "domain/core/fields.hpp"
#include "domain/core/result.hpp"
#include "domain/statistics/table.hpp"

namespace statistics {

/// What a difference between two values means (Stevens 1946).
enum class Level { Nominal, Ordinal, Interval, Ratio };
CHOICES(Level, "nominal", "ordinal", "interval", "ratio")

/// Krippendorff's alpha: 1 for raters who agree, 0 for what chance would give, less for worse.
/// Subjects with fewer than two ratings are left out. K. Krippendorff, "Computing Krippendorff's
/// Alpha-Reliability", 2011. Errors, why it is undefined: "nothing-to-compare", "no-variation",
/// "negative-ratio", "too-many-values" (ratio level, over 20,000 different ones).
[[nodiscard]] core::Result<double> alpha(const Table& table, Level level);

}  // namespace statistics
