#include <sstream>

#include "domain/core/assert.hpp"
#include "eventstore/export_format.hpp"
#include "tests/fuzz/support/fuzz.hpp"
#include "tests/fuzz/support/honest_log.hpp"

namespace {

/// Whether the whole of it is taken.
bool is_taken(const std::string& bytes) {
  std::istringstream in(bytes);
  auto reader = eventstore::ExportReader::open(in, fuzz::honest_key().verifier());
  while (reader) {
    const auto item = reader->next();
    core::ensure(reader->taken() <= bytes.size(), "no more is read than there is");
    if (!item) return false;
    if (std::holds_alternative<eventstore::ExportEnd>(*item)) return true;
  }
  return false;
}

}  // namespace

/// No import is taken to its end but the one that the log signed. An empty input stands for it.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(size == 0 ? fuzz::honest_export() : fuzz::text_of(data, size));
  core::ensure(is_taken(bytes) == (bytes == fuzz::honest_export()),
               "an export is good if and only if the log wrote it");
  return 0;
}
