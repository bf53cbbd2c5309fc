#include "domain/core/assert.hpp"
#include "domain/dossiers/dossier_commands.hpp"
#include "json/json.hpp"
#include "tests/fuzz/support/fuzz.hpp"

/// Whatever is read as a record comes back the same from how it is written.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto record = json::read<dossiers::AddRecord>(fuzz::text_of(data, size));
  if (!record) {
    core::ensure(!record.error().pt.empty() && !record.error().en.empty(), "a refusal says why");
    return 0;
  }
  const auto written = json::write(*record);
  const auto again = json::read<dossiers::AddRecord>(written);
  core::ensure(again && json::write(*again) == written, "what is written is read again");
  return 0;
}
