#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/context.hpp"
#include "domain/core/result.hpp"

/// The operator's command line: one function for each command, in the file of its name.
namespace server::cli {

/// What the operating system is told.
enum ExitCode : int {
  done = 0,
  failed = 1,       ///< the work was refused, or the check found a fault
  usage = 2,        ///< the command line is not understood
  unavailable = 3,  ///< the data directory or the port cannot be had
};

struct ServeOptions {
  std::filesystem::path data;
  std::string address = "127.0.0.1";
  std::uint16_t port = 8080;
  std::optional<std::uint16_t> metrics_port;   ///< of this machine; nothing: no metrics are served
  std::optional<std::filesystem::path> clamd;  ///< its socket; nothing: attachments go unchecked
  bool check_links = false;                    ///< asks for the pages that dossiers name
};
int serve(const ServeOptions& options);

struct DemoOptions {
  std::filesystem::path data;
  std::string size = "small";  ///< or "full"
  bool json = false;
};
int demo(const DemoOptions& options);

struct VerifyOptions {
  std::filesystem::path data;
  bool json = false;
};
int verify(const VerifyOptions& options);

struct RebuildOptions {
  std::filesystem::path data;
  std::vector<std::string> models;  ///< empty: all of them
  bool diff = false;                ///< tells what would change, and changes nothing
  bool json = false;
};
int rebuild(const RebuildOptions& options);

struct BackupOptions {
  std::filesystem::path data;
  std::filesystem::path to;
  bool json = false;
};
int backup(const BackupOptions& options);

struct RestoreOptions {
  std::filesystem::path from;
  std::filesystem::path data;
  bool json = false;
};
int restore(const RestoreOptions& options);

struct ExportOptions {
  std::filesystem::path data;
  std::filesystem::path out;
  bool json = false;
};
int export_log(const ExportOptions& options);

struct ImportOptions {
  std::filesystem::path from;
  std::filesystem::path data;
  std::optional<std::filesystem::path> key;
  std::optional<std::filesystem::path> person_keys;
  bool json = false;
};
int import_log(const ImportOptions& options);

int print_openapi();

struct ApiOptions {
  std::string path;  ///< below /api/v1, with its query
  std::filesystem::path data;
  std::optional<std::filesystem::path> body;  ///< given: it is posted
  std::optional<std::string> account;         ///< nothing: whoever is not signed in
  std::optional<std::string> key;             ///< of a command; nothing: one of its own
};
/// Prints what the JSON API answers, over a data directory that is not being served; reads the
/// account's password from standard input.
int call_api(const ApiOptions& options);

struct UserOptions {
  std::filesystem::path data;
  std::string account;
  std::string name;
  std::string email;
  std::vector<std::string> roles;
  std::vector<std::string> entities;
};
/// These read a password from standard input.
int add_user(const UserOptions& options);
int change_password(const UserOptions& options);
int list_users(const UserOptions& options);

struct ReceiptOptions {
  std::filesystem::path data;
  bool all = false;
  std::filesystem::path out;
  std::filesystem::path file;
  std::filesystem::path key;
};
/// Writes `<dossier>.json` for each submission, and the log's public key `log.pub`, into `out`.
int export_receipts(const ReceiptOptions& options);
/// Checks `file` against `key`, with no database; prints what it proves.
int verify_receipt(const ReceiptOptions& options);

struct ResultsOptions {
  std::filesystem::path data;
  std::string edition;
  std::filesystem::path out;
  std::filesystem::path file;
  std::optional<std::filesystem::path> key;  ///< nothing: the one that the bundle names
};
/// Writes the public bundle of an edition's published result.
int export_results(const ResultsOptions& options);
/// Writes the minutes of an edition's jury as a PDF, once a list is published.
int write_minutes(const ResultsOptions& options);
/// Computes a bundle's result again, with no database; names the first difference.
int verify_results(const ResultsOptions& options);

struct PersonOptions {
  std::filesystem::path data;
  std::string person;
};
/// Done once neither the log nor any read model tells more of the person.
int erase_person(const PersonOptions& options);

struct EditionOptions {
  std::filesystem::path file;
  std::filesystem::path data;
  bool json = false;
};
/// Prints every fault of a regulation's file, by line; with `json` and no fault, what the commands
/// `edition.draft` and `edition.open` take, for a program that is being served.
int validate_edition(const EditionOptions& options);
/// Opens the edition that the file describes, unless the file has a fault.
int open_edition(const EditionOptions& options);

struct StatsOptions {
  std::filesystem::path file;
  std::string level = "interval";
  std::optional<double> lambda;  ///< 0 or more; nothing: estimated
  std::string rule;              ///< mean, trimmed or median
  std::int64_t decimals = 0;
  bool json = false;
};
/// What anybody's table of scores says, with no data directory (domain/statistics/README.md).
int stats_agreement(const StatsOptions& options);
int stats_severity(const StatsOptions& options);
int stats_panel(const StatsOptions& options);

/// Prints the error on standard error, in both languages, and answers `code`.
int complain(const core::Error& error, ExitCode code);
/// The same with the code that the error calls for: a fault that was found is `failed`, as what
/// was refused is; what cannot be had is `unavailable`.
int complain(const core::Error& error);

/// Whoever has the machine: may do what an administrator may.
[[nodiscard]] core::Actor operator_of_the_machine();

/// Reads the command line and runs what it asks for.
int run(int argc, const char* const* argv);

}  // namespace server::cli
