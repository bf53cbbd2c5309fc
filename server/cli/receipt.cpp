#include "eventstore/receipt.hpp"

#include <fmt/format.h>

#include "domain/dossiers/dossier_events.hpp"
#include "eventstore/durable_file.hpp"
#include "json/json.hpp"
#include "server/cli/at_rest.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/input.hpp"

namespace server::cli {
namespace {

constexpr auto key_name = "log.pub";

/// The one way to write a receipt.
std::string file_of(const eventstore::Receipt& receipt) {
  return json::write(receipt) + '\n';
}

core::Result<std::size_t> export_all(const eventstore::Store& store,
                                     const std::filesystem::path& out) {
  constexpr std::size_t page = 1024;
  std::size_t count = 0;
  for (eventstore::Position next = 1; next <= store.head();) {
    for (const auto& event : store.read_all(next, page)) {
      next = event.position + 1;
      if (event.type != dossiers::DossierSubmitted::name) continue;
      const auto written = eventstore::replace_file(out / (event.stream.id + ".json"),
                                                    file_of(store.receipt(event.position)));
      if (!written) return core::fail(written.error());
      ++count;
    }
  }
  const auto written = eventstore::replace_file(out / key_name, store.verifier().text() + '\n');
  if (!written) return core::fail(written.error());
  return count;
}

/// Told from the file alone; a byte more or less than `file_of` writes is refused.
core::Result<eventstore::Receipt> parse(const std::string& text) {
  auto receipt = json::read<eventstore::Receipt>(text);
  if (receipt && file_of(*receipt) != text)
    return core::fail(core::invalid("receipt-invalid", "file",
                                    "O ficheiro não está escrito como o sistema o escreve.",
                                    "The file is not written as the program writes it."));
  return receipt;
}

void print(const eventstore::StoredEvent& event, const std::string& log) {
  fmt::print("The receipt is good.\n");
  fmt::print("dossier    {}\n", event.stream.id);
  fmt::print("submitted  {} (Lisbon)\n", in_lisbon(event.recorded_at));
  fmt::print("position   {}\n", event.position);
  fmt::print("log        {}\n", log);
}

}  // namespace

int export_receipts(const ReceiptOptions& options) {
  std::error_code error;
  std::filesystem::create_directories(options.out, error);
  if (error) return complain(unreadable("out", options.out));
  const auto count =
      over_log_at_rest(options.data, [&](const auto& log) { return export_all(log, options.out); });
  if (!count) return complain(count.error());
  fmt::print("{} receipts and {} in {}\n", *count, key_name, options.out.string());
  return done;
}

int verify_receipt(const ReceiptOptions& options) {
  constexpr std::size_t largest = std::size_t{4} << 20;  // over the largest event in base64
  const auto text = read_input("file", options.file, largest);
  if (!text) return complain(text.error());
  const auto key_text = read_input("key", options.key, largest);
  if (!key_text) return complain(key_text.error());
  const auto key = eventstore::LogVerifier::parse(*key_text, "key");
  if (!key) return complain(key.error(), failed);
  const auto receipt = parse(*text);
  if (!receipt) return complain(receipt.error(), failed);
  const auto event = eventstore::verify_receipt(*receipt, *key);
  if (!event) return complain(event.error(), failed);
  if (event->type != dossiers::DossierSubmitted::name)
    return complain(core::invalid("receipt-invalid", "envelope", "Não é de uma submissão.",
                                  "It is not of a submission."),
                    failed);
  print(*event, key->name());
  return done;
}

}  // namespace server::cli
