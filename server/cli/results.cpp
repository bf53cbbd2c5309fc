#include <date/tz.h>
#include <fmt/format.h>

#include "eventstore/durable_file.hpp"
#include "server/application.hpp"
#include "server/bundle/export.hpp"
#include "server/bundle/proofs.hpp"
#include "server/cli/cli.hpp"
#include "server/command_handler.hpp"
#include "server/minutes.hpp"
#include "server/print/minutes_document.hpp"
#include "server/print/pdf.hpp"

namespace server::cli {
namespace {

core::Error unreadable(const std::string& field, const std::filesystem::path& file) {
  return core::invalid("file-unreadable", field, "Não é possível ler " + file.string() + ".",
                       "Cannot read " + file.string() + ".");
}

core::Result<std::string> read(const std::string& field, const std::filesystem::path& file,
                               std::size_t largest) {
  const auto text = eventstore::read_small_file(file, largest);
  if (!text || !*text) return core::fail(unreadable(field, file));
  return **text;
}

std::string in_lisbon(const core::Instant& instant) {
  const auto time = std::chrono::floor<std::chrono::seconds>(instant.time());
  return date::format("%F %T %Z", date::make_zoned("Europe/Lisbon", time));
}

void print(const ResultBundle& bundle, const std::optional<ProvenTimes>& proven) {
  std::size_t sheets = 0;
  for (const auto& dossier : bundle.basis.dossiers) sheets += dossier.sheets.size();
  fmt::print("The result is what its regulation and its score sheets make of it.\n");
  if (bundle.demonstration) fmt::print("A demonstration: scores and awards are invented.\n");
  fmt::print("edition    {} ({})\n", bundle.basis.edition.text(), bundle.title);
  fmt::print("dossiers   {}, by {} score sheets\n", bundle.basis.dossiers.size(), sheets);
  if (bundle.result.sources.empty())
    fmt::print(
        "sources    The log took down no digests of the score sheets when this result was "
        "computed.\n");
  if (!proven)
    return fmt::print(
        "log        NOT CHECKED: without --key nothing shows that this is the "
        "regulation that was opened and the result that was published.\n");
  fmt::print("opened     {} (Lisbon)\n", in_lisbon(proven->opened));
  fmt::print("computed   {} (Lisbon)\n", in_lisbon(proven->computed));
  fmt::print("published  {} (Lisbon), {} list\n", in_lisbon(proven->published),
             proven->final ? "final" : "provisional");
}

/// Nothing without a key.
core::Result<std::optional<ProvenTimes>> prove(const ResultBundle& bundle,
                                               const std::optional<std::string>& key_text) {
  if (!key_text) return std::nullopt;
  const auto key = eventstore::LogVerifier::parse(*key_text, "key");
  if (!key) return core::fail(key.error());
  const auto proven = check_proofs(bundle, *key);
  if (!proven) return core::fail(proven.error());
  return *proven;
}

core::Error not_published() {
  return core::error_of(core::ErrorKind::NotFound, "result-not-published",
                        "O resultado desta edição ainda não foi publicado.",
                        "The result of this edition has not been published yet.");
}

/// Writes `what` that `make` makes of the edition into the file. Answers the exit code.
template <class Make>
int write_of_edition(const ResultsOptions& options, std::string_view what, Make make) {
  const auto edition = core::EditionId::parse(options.edition);
  if (!edition)
    return complain(core::invalid("invalid-value", "edition", std::string(core::EditionId::rule_pt),
                                  std::string(core::EditionId::rule_en)));
  eventstore::SystemClock clock;
  const auto app = Application::open(options.data, clock, DataDirectory::MustExist);
  if (!app) return complain(app.error(), unavailable);
  const core::Result<std::string> made = make(**app, *edition);
  if (!made) return complain(made.error(), failed);
  const auto written = eventstore::replace_file(options.out, *made);
  if (!written) return complain(written.error(), unavailable);
  fmt::print("{} of {}: {}\n", what, options.edition, options.out.string());
  return done;
}

}  // namespace

int export_results(const ResultsOptions& options) {
  return write_of_edition(
      options, "The result", [&](Application& app, const core::EditionId& edition) {
        auto bundle = bundle_of(app.store(), edition);
        return bundle ? core::Result<std::string>(text_of(*bundle)) : core::fail(bundle.error());
      });
}

int write_minutes(const ResultsOptions& options) {
  return write_of_edition(
      options, "The minutes",
      [&](Application& app, const core::EditionId& edition) -> core::Result<std::string> {
        const auto minutes = minutes_of(app, edition);
        const auto row = projections::find_edition(*app.views().view("editions"), edition);
        if (!minutes || !row) return core::fail(not_published());
        return print::pdf_of(print::minutes_document(*minutes, *row));
      });
}

int verify_results(const ResultsOptions& options) {
  constexpr std::size_t largest_bundle = std::size_t{1} << 28;
  constexpr std::size_t largest_key = std::size_t{1} << 16;
  const auto text = read("file", options.file, largest_bundle);
  if (!text) return complain(text.error(), unavailable);
  std::optional<std::string> key;
  if (options.key) {
    const auto read_key = read("key", *options.key, largest_key);
    if (!read_key) return complain(read_key.error(), unavailable);
    key = *read_key;
  }
  const auto bundle = read_bundle(*text);
  if (!bundle) return complain(bundle.error(), failed);
  const auto proven = prove(*bundle, key);
  if (!proven) return complain(proven.error(), failed);
  if (const auto same = recompute(*bundle, writing()); !same) return complain(same.error(), failed);
  print(*bundle, *proven);
  return done;
}

}  // namespace server::cli
