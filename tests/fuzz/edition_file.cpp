#include "domain/core/assert.hpp"
#include "domain/editions/edition.hpp"
#include "handwritten/reading.hpp"
#include "json/json.hpp"
#include "tests/fuzz/support/fuzz.hpp"
#include "tests/support/lisbon_clock.hpp"

/// A file is read or its faults are told, each on one of its lines; what could be read of it can
/// be written and read as JSON, whatever its rules say.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto text = fuzz::text_of(data, size);
  const auto reading = handwritten::read<editions::EditionFile>(text);
  for (const auto& fault : reading.faults) {
    core::ensure(fault.line >= 1 && fault.line <= size + 1, "a fault has a line of the file");
    core::ensure(!fault.pt.empty() && !fault.en.empty(), "a fault says why");
  }
  for (const auto& fault : editions::faults(reading.record.command(), testing_support::lisbon()))
    core::ensure(!fault.pt.empty() && !fault.en.empty(), "a rule that fails says why");
  if (!reading.faults.empty()) return 0;
  const auto written = json::write(reading.record);
  const auto again = json::read<editions::EditionFile>(written);
  core::ensure(again && json::write(*again) == written, "what is written is read again");
  return 0;
}
