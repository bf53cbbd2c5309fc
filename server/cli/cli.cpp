#include "server/cli/cli.hpp"

#include <fmt/format.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <exception>

#include "server/watch/log.hpp"

namespace server::cli {
namespace {

constexpr auto about =
    "Autarquia Solidária: applications, jury, results and good practices of the award.";
constexpr auto epilogue =
    "Exit codes: 0 done; 1 refused, or a check found a fault; 2 command line not understood; "
    "3 data directory or port not available.";

template <class Options>
void needs_data(CLI::App& command, Options& options) {
  command.add_option("--data", options.data, "Data directory")->required()->type_name("DIR");
}

template <class Options>
void knows_json(CLI::App& command, Options& options) {
  command.add_flag("--json", options.json, "Print JSON instead of text");
}

/// Adds a command; `code` is set when it has run.
template <class Options>
CLI::App& add(CLI::App& app, const std::string& name, const std::string& description,
              Options& options, int (*run)(const Options&), int& code) {
  auto* command = app.add_subcommand(name, description);
  command->callback([&options, &code, run] { code = run(options); });
  return *command;
}

void describe_user_commands(CLI::App& app, UserOptions& options, int& code) {
  auto* user = app.add_subcommand("user", "Accounts: add, change the password, list");
  user->require_subcommand(1);
  auto& add_command = add(*user, "add", "Open an account; the password is read from standard input",
                          options, add_user, code);
  auto& password = add(*user, "password", "Change a password, read from standard input", options,
                       change_password, code);
  auto& list = add(*user, "list", "List the accounts", options, list_users, code);
  for (auto* command : {&add_command, &password, &list}) needs_data(*command, options);
  for (auto* command : {&add_command, &password})
    command->add_option("account", options.account, "Account")->required();
  add_command.add_option("--name", options.name, "Name of the person")->required();
  add_command.add_option("--email", options.email, "Where mail reaches the person")->required();
  add_command.add_option("--role", options.roles, "Role; may be repeated")
      ->required()
      ->check(CLI::IsMember({"applicant", "juror", "secretariat", "administrator"}));
  add_command.add_option("--entity", options.entities,
                         "Entity code an applicant acts for; may be repeated");
}

void describe_edition_commands(CLI::App& app, EditionOptions& options, int& code) {
  auto* edition = app.add_subcommand("edition", "Editions from regulation files: validate, open");
  edition->require_subcommand(1);
  auto& validate = add(*edition, "validate", "List every fault of a regulation file, by line",
                       options, validate_edition, code);
  auto& open = add(*edition, "open", "Open the edition that a regulation file describes", options,
                   open_edition, code);
  validate.add_flag("--json", options.json, "Print what edition.draft and edition.open take");
  needs_data(open, options);
  for (auto* command : {&validate, &open})
    command->add_option("file", options.file, "Regulation file")->required()->type_name("FILE");
}

void describe_api(CLI::App& app, ApiOptions& options, int& code) {
  app.add_subcommand("openapi", "Print the OpenAPI 3.1 document of the JSON API")
      ->callback([&code] { code = print_openapi(); });
  auto& command = add(app, "api",
                      "Ask the JSON API, or give it a command, while nothing is being served; "
                      "the answer goes to standard output",
                      options, call_api, code);
  command.add_option("path", options.path, "Path below /api/v1, as /editions/2027/results")
      ->required();
  needs_data(command, options);
  command.add_option("--body", options.body, "JSON to post")->type_name("FILE");
  command.add_option("--as", options.account,
                     "Account that asks; its password is read from standard input");
  command.add_option("--key", options.key, "Idempotency-Key, to give a command once only");
}

void describe_receipt_commands(CLI::App& app, ReceiptOptions& options, int& code) {
  auto* receipt = app.add_subcommand("receipt", "Receipts of submissions: export, verify");
  receipt->require_subcommand(1);
  auto& export_command =
      add(*receipt, "export", "Write a file for each submission, and the log's public key log.pub",
          options, export_receipts, code);
  needs_data(export_command, options);
  export_command.add_flag("--all", options.all, "Every submission in the log")->required();
  export_command.add_option("--out", options.out, "Folder to write into")
      ->required()
      ->type_name("DIR");
  auto& verify_command = add(*receipt, "verify", "Check a receipt with nothing but the log's key",
                             options, verify_receipt, code);
  verify_command.add_option("file", options.file, "Receipt")->required()->type_name("FILE");
  verify_command.add_option("--key", options.key, "Public key of the log, as /log/key answers it")
      ->required()
      ->type_name("FILE");
}

void describe_results_commands(CLI::App& app, ResultsOptions& options, int& code) {
  auto* results = app.add_subcommand("results", "Published results: export, minutes, verify");
  results->require_subcommand(1);
  auto& export_command =
      add(*results, "export", "Write a published result with all that it follows from", options,
          export_results, code);
  auto& minutes_command = add(*results, "minutes", "Write the minutes of the jury as a PDF",
                              options, write_minutes, code);
  for (auto* command : {&export_command, &minutes_command}) {
    needs_data(*command, options);
    command->add_option("--edition", options.edition, "Edition")->required();
    command->add_option("--out", options.out, "File to write")->required()->type_name("FILE");
  }
  auto& verify_command =
      add(*results, "verify",
          "Compute every score, tie and award again, with no database; names the first difference",
          options, verify_results, code);
  verify_command.add_option("file", options.file, "Bundle of a result")
      ->required()
      ->type_name("FILE");
  verify_command
      .add_option(
          "--key", options.key,
          "Public key of the log, as /log/key answers it; without it the bundle's own word is "
          "taken for it")
      ->type_name("FILE");
}

/// The four that take a data directory elsewhere and back.
struct TransferOptions {
  BackupOptions backup;
  RestoreOptions restore;
  ExportOptions export_log;
  ImportOptions import_log;
};

void describe_copies(CLI::App& app, TransferOptions& options, int& code) {
  auto& back = add(app, "backup",
                   "Add a backup to a folder, also while the data directory is being served; only "
                   "what is new is copied, and all of it verified",
                   options.backup, backup, code);
  needs_data(back, options.backup);
  back.add_option("--to", options.backup.to, "Folder of the backups")->required()->type_name("DIR");
  auto& restored = add(app, "restore", "Make a data directory of a backup, verified",
                       options.restore, restore, code);
  restored
      .add_option("--from", options.restore.from,
                  "Folder of the backups, of which the newest is taken; or one backup in it")
      ->required()
      ->type_name("DIR");
  needs_data(restored, options.restore);
  for (auto* command : {&back, &restored}) command->footer(epilogue);
  knows_json(back, options.backup);
  knows_json(restored, options.restore);
}

void describe_exports(CLI::App& app, TransferOptions& options, int& code) {
  auto& out =
      add(app, "export",
          "Write the whole log to one file that any engine can take up, also while the data "
          "directory is being served",
          options.export_log, export_log, code);
  needs_data(out, options.export_log);
  out.add_option("--out", options.export_log.out, "File to write")->required()->type_name("FILE");
  auto& in = add(app, "import", "Make a data directory of an export, verified", options.import_log,
                 import_log, code);
  in.add_option("--from", options.import_log.from, "File that `export` wrote")
      ->required()
      ->type_name("FILE");
  needs_data(in, options.import_log);
  in.add_option("--key", options.import_log.key,
                "The log's key: its public one, to which the export is held, or its secret one "
                "(log-key), under which the log then goes on. Without it the export is held to the "
                "key that it names itself, and the log goes on under a new one")
      ->type_name("FILE");
  in.add_option("--person-keys", options.import_log.person_keys,
                "Folder of the keys of persons (person-keys) beside the log it was exported from")
      ->type_name("DIR");
  for (auto* command : {&out, &in}) command->footer(epilogue);
  knows_json(out, options.export_log);
  knows_json(in, options.import_log);
}

void describe_person_commands(CLI::App& app, PersonOptions& options, int& code) {
  auto* person = app.add_subcommand("person", "Whose words the log keeps: erase");
  person->require_subcommand(1);
  auto& erase = add(*person, "erase", "Make a person's words unreadable, for good", options,
                    erase_person, code);
  needs_data(erase, options);
  erase
      .add_option("person", options.person,
                  "An account, Responsible-DOSSIER, Invited-INVITATION, or Contact-PRACTICE")
      ->required();
}

constexpr auto about_tables =
    "FILE is CSV in UTF-8: rows are what was judged, columns are jurors, the first row and the "
    "first column are labels, empty cells are missing. The separator is ; if the first line has "
    "one and every line as many, else a comma. Decimals have a point; in a file with ; they may "
    "all have commas instead.\n"
    "With --json a value that is undefined is null, and `reasons` says why, by the path of the "
    "value (\"icc.2,1\"). Formulas and their sources: domain/statistics/README.md.";

/// "0.5", "1e-3"; not "nan" and "inf".
std::string check_penalty(const std::string& text) {
  double value = 0;
  const auto* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, value);
  const bool sound = read.ec == std::errc() && read.ptr == end && std::isfinite(value);
  return sound && value >= 0 ? "" : "a number that is not negative is needed";
}

void describe_stats_commands(CLI::App& app, StatsOptions& options, int& code) {
  auto* stats =
      app.add_subcommand("stats", "What a table of scores says: agreement, severity, panel");
  stats->require_subcommand(1);
  auto& agreement = add(*stats, "agreement",
                        "Krippendorff's alpha, and the intraclass correlations of a full table",
                        options, stats_agreement, code);
  agreement.add_option("--level", options.level, "What differences between scores mean")
      ->capture_default_str()
      ->check(CLI::IsMember({"nominal", "ordinal", "interval", "ratio"}));
  auto& severity =
      add(*stats, "severity",
          "How generous each juror is (b), what each row is worth beside that (theta), "
          "and how sure its rank is",
          options, stats_severity, code);
  severity.add_option("--lambda", options.lambda, "Penalty on b; estimated where it is not given")
      ->check(check_penalty);
  auto& panel = add(*stats, "panel",
                    "The panel's score of each row, rounded half up on the exact "
                    "value; fewer than three scores are not trimmed",
                    options, stats_panel, code);
  panel.add_option("--rule", options.rule, "How scores become one")
      ->required()
      ->check(CLI::IsMember({"mean", "trimmed", "median"}));
  panel.add_option("--decimals", options.decimals, "Decimal places")
      ->required()
      ->check(CLI::Range(0, 20));
  for (auto* command : {&agreement, &severity, &panel}) {
    command->add_option("file", options.file, "Table of scores")->required()->type_name("FILE");
    command->footer(about_tables);
    knows_json(*command, options);
  }
}

void describe_serve(CLI::App& app, ServeOptions& options, int& code) {
  auto& command = add(app, "serve", "Serve the pages and the JSON API", options, serve, code);
  needs_data(command, options);
  command.add_option("--port", options.port, "Port; 0 takes any that is free")
      ->capture_default_str();
  command.add_option("--address", options.address, "Address to listen on")->capture_default_str();
  command.add_option("--metrics-port", options.metrics_port,
                     "Port of 127.0.0.1 for /metrics; 0 takes any that is free");
  command.add_option("--clamd", options.clamd,
                     "Socket of the clamd that checks attachments for malware");
  command.add_flag("--check-links", options.check_links,
                   "Ask for the pages that dossiers name, wherever on the internet they are, and "
                   "keep the date on which they answered");
}

void describe_demo(CLI::App& app, DemoOptions& options, int& code) {
  auto& command =
      add(app, "demo", "Load the demonstration: one edition's whole way", options, demo, code);
  needs_data(command, options);
  command
      .add_option(
          "--size", options.size,
          "small: some dossiers, written by hand; full: every municipality and 400 parishes")
      ->check(CLI::IsMember({"small", "full"}))
      ->capture_default_str();
  knows_json(command, options);
}

}  // namespace

int complain(const core::Error& error, ExitCode code) {
  const auto where = error.field.empty() ? "" : " (" + error.field + ")";
  fmt::print(stderr, "autarquia: {}{} [{}]\n    {}\n", error.en, where, error.code, error.pt);
  return code;
}

int complain(const core::Error& error) {
  constexpr std::array faults{"store-damaged", "log-behind-checkpoint",
                              "log-differs-from-checkpoint", "checkpoint-unreadable"};
  const bool fault = std::ranges::find(faults, error.code) != faults.end();
  const bool absent = error.kind == core::ErrorKind::Unavailable && !fault;
  return complain(error, absent ? unavailable : failed);
}

core::Actor operator_of_the_machine() {
  return {core::AccountId("operator"), {core::Role::Administrator}, {}};
}

int run(int argc, const char* const* argv) {
  open_log(std::make_shared<spdlog::sinks::stderr_sink_mt>());
  CLI::App app(about, "autarquia");
  app.footer(epilogue);
  app.require_subcommand(1);
  int code = done;

  ServeOptions serve_options;
  describe_serve(app, serve_options, code);

  DemoOptions demo_options;
  describe_demo(app, demo_options, code);

  VerifyOptions verify_options;
  auto& verify_command = add(
      app, "verify", "Check every event and index of the log and every read model; changes nothing",
      verify_options, verify, code);
  needs_data(verify_command, verify_options);
  knows_json(verify_command, verify_options);

  RebuildOptions rebuild_options;
  auto& rebuild_command =
      add(app, "rebuild", "Fold read models again from the log, compare, and take the new rows",
          rebuild_options, rebuild, code);
  needs_data(rebuild_command, rebuild_options);
  knows_json(rebuild_command, rebuild_options);
  rebuild_command.add_option("model", rebuild_options.models,
                             "Read models; all where none is named");
  rebuild_command.add_flag("--diff", rebuild_options.diff,
                           "Only tell which rows would change; 1 if any would");

  TransferOptions transfer_options;
  describe_copies(app, transfer_options, code);
  describe_exports(app, transfer_options, code);

  ApiOptions api_options;
  describe_api(app, api_options, code);
  UserOptions user_options;
  describe_user_commands(app, user_options, code);
  EditionOptions edition_options;
  describe_edition_commands(app, edition_options, code);
  PersonOptions person_options;
  describe_person_commands(app, person_options, code);

  StatsOptions stats_options;
  describe_stats_commands(app, stats_options, code);

  ReceiptOptions receipt_options;
  describe_receipt_commands(app, receipt_options, code);

  ResultsOptions results_options;
  describe_results_commands(app, results_options, code);

  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? done : usage;
  } catch (const std::exception& error) {
    fmt::print(stderr, "autarquia: {}\n", error.what());
    return unavailable;
  }
  return code;
}

}  // namespace server::cli
