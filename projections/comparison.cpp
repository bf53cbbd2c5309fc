#include "projections/comparison.hpp"

#include "domain/core/assert.hpp"

namespace projections {
namespace {

void name(Comparison& comparison, std::string_view key, DifferenceKind kind) {
  if (comparison.first.size() < Comparison::most_named)
    comparison.first.push_back({std::string(key), kind});
}

}  // namespace

Comparison compare(const eventstore::RowView& before, const eventstore::RowView& after) {
  core::ensure(before.checkpoint() == after.checkpoint(), "rows are compared at one position");
  Comparison comparison;
  comparison.position = after.checkpoint();
  before.scan("", [&](std::string_view key, std::string_view value) {
    const auto other = after.get(key);
    if (other && *other == value) return true;
    ++(other ? comparison.changed : comparison.removed);
    name(comparison, key, other ? DifferenceKind::Changed : DifferenceKind::Removed);
    return true;
  });
  after.scan("", [&](std::string_view key, std::string_view) {
    ++comparison.rows;
    if (before.get(key)) return true;
    ++comparison.added;
    name(comparison, key, DifferenceKind::Added);
    return true;
  });
  return comparison;
}

}  // namespace projections
