#include <fmt/format.h>

#include "eventstore/durable_file.hpp"
#include "eventstore/overlay_rows.hpp"
#include "server/bundle/export.hpp"
#include "server/bundle/proofs.hpp"
#include "server/cli/at_rest.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/input.hpp"
#include "server/command_handler.hpp"
#include "server/minutes.hpp"
#include "server/print/minutes_document.hpp"
#include "server/print/pdf.hpp"

namespace server::cli {
namespace {

void print(const ResultBundle& bundle, const ProvenTimes& proven, bool key_is_known) {
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
  fmt::print("opened     {} (Lisbon)\n", in_lisbon(proven.opened));
  fmt::print("computed   {} (Lisbon)\n", in_lisbon(proven.computed));
  fmt::print("published  {} (Lisbon), {} list\n", in_lisbon(proven.published),
             proven.final ? "final" : "provisional");
  fmt::print("log        {}\n", bundle.log_key);
  if (!key_is_known)
    fmt::print(
        "           NOT CHECKED: this key is what the file itself says. Compare it with the "
        "platform's, at /log/key, or give that with --key.\n");
}

/// The log's key: what the command line names, or what the bundle says of itself.
core::Result<eventstore::LogVerifier> key_of(const ResultsOptions& options,
                                             const ResultBundle& bundle) {
  constexpr std::size_t largest_key = std::size_t{1} << 16;
  if (!options.key) return eventstore::LogVerifier::parse(bundle.log_key, "log_key");
  const auto text = read_input("key", *options.key, largest_key);
  if (!text) return core::fail(text.error());
  return eventstore::LogVerifier::parse(*text, "key");
}

core::Error not_published() {
  return core::error_of(core::ErrorKind::NotFound, "result-not-published",
                        "O resultado desta edição ainda não foi publicado.",
                        "The result of this edition has not been published yet.");
}

core::Result<core::EditionId> edition_in(const ResultsOptions& options) {
  if (auto edition = core::EditionId::parse(options.edition)) return *std::move(edition);
  return core::fail(core::invalid("invalid-value", "edition", std::string(core::EditionId::rule_pt),
                                  std::string(core::EditionId::rule_en)));
}

core::Result<std::string> bundle_text(const eventstore::Store& log,
                                      const core::EditionId& edition) {
  const auto bundle = bundle_of(log, edition);
  if (!bundle) return core::fail(bundle.error());
  return text_of(*bundle);
}

core::Result<std::string> minutes_text(eventstore::Store& log, const core::EditionId& edition) {
  eventstore::OverlayRows rows(log);
  projections::Views views(log, rows);
  if (auto caught_up = views.catch_up(); !caught_up) return core::fail(caught_up.error());
  const auto minutes = minutes_of(views, log, edition);
  const auto row = projections::find_edition(*views.view("editions"), edition);
  if (!minutes || !row) return core::fail(not_published());
  return print::minutes_document(*minutes, *row);
}

/// Writes `what` into the file. Answers the exit code.
int write(const ResultsOptions& options, std::string_view what,
          const core::Result<std::string>& made) {
  if (!made) return complain(made.error());
  const auto written = eventstore::replace_file(options.out, *made);
  if (!written) return complain(written.error(), unavailable);
  fmt::print("{} of {}: {}\n", what, options.edition, options.out.string());
  return done;
}

}  // namespace

int export_results(const ResultsOptions& options) {
  const auto edition = edition_in(options);
  if (!edition) return complain(edition.error());
  return write(options, "The result", over_log_at_rest(options.data, [&](const auto& log) {
                 return bundle_text(log, *edition);
               }));
}

int write_minutes(const ResultsOptions& options) {
  const auto edition = edition_in(options);
  if (!edition) return complain(edition.error());
  const auto text =
      over_log_at_rest(options.data, [&](auto& log) { return minutes_text(log, *edition); });
  return write(options, "The minutes", text ? print::pdf_of(*text) : text);
}

int verify_results(const ResultsOptions& options) {
  constexpr std::size_t largest_bundle = std::size_t{1} << 28;
  const auto text = read_input("file", options.file, largest_bundle);
  if (!text) return complain(text.error());
  const auto bundle = read_bundle(*text);
  if (!bundle) return complain(bundle.error());
  const auto key = key_of(options, *bundle);
  if (!key) return complain(key.error());
  const auto proven = check_proofs(*bundle, *key);
  if (!proven) return complain(proven.error());
  if (const auto same = recompute(*bundle, writing()); !same) return complain(same.error());
  print(*bundle, *proven, options.key.has_value());
  return done;
}

}  // namespace server::cli
