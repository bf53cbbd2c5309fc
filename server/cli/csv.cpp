#include "server/cli/csv.hpp"

#include <csv.h>
#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <optional>

#include "domain/core/assert.hpp"

namespace server::cli {
namespace {

constexpr std::size_t most_rows = 10'001;
constexpr std::size_t most_columns = 1'001;
constexpr std::size_t longest_cell = 200;

bool is_control(char c) {
  return static_cast<unsigned char>(c) < 0x20U || c == '\x7F';
}

/// libcsv's parser, and what it calls back.
class Reader {
 public:
  explicit Reader(char separator) {
    const int begun = csv_init(&parser_, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL);
    core::ensure(begun == 0, "libcsv begins");
    csv_set_delim(&parser_, static_cast<unsigned char>(separator));
  }
  ~Reader() { csv_free(&parser_); }
  Reader(const Reader&) = delete;
  Reader& operator=(const Reader&) = delete;

  core::Result<std::vector<CsvRecord>> read(std::string_view text) {
    const auto parsed = csv_parse(&parser_, text.data(), text.size(), on_cell, on_end, this);
    const bool sound =
        parsed == text.size() && csv_fini(&parser_, on_cell, on_end, this) == CSV_SUCCESS;
    if (!error_ && !sound)
      refuse("csv-malformed", "Aspas fora do lugar.", "Quotation marks out of place.");
    if (error_) return core::fail(*error_);
    return std::move(records_);
  }

 private:
  static void on_cell(void* bytes, std::size_t size, void* self) {
    static_cast<Reader*>(self)->take({static_cast<const char*>(bytes), size});
  }
  static void on_end(int ending, void* self) { static_cast<Reader*>(self)->end_line(ending); }

  void take(std::string_view cell) {
    if (error_) return;
    if (cells_.size() == most_columns)
      return refuse("too-many-columns", "Há mais de 1000 jurados.", "There are over 1,000 raters.");
    if (cell.size() > longest_cell)
      return refuse("cell-too-long", "O texto tem mais de 200 bytes.",
                    "The text has over 200 bytes.");
    if (!simdjson::validate_utf8(cell.data(), cell.size()))
      return refuse("not-utf-8", "O texto não está em UTF-8.", "The text is not UTF-8.");
    if (std::ranges::any_of(cell, is_control))
      return refuse("control-character", "O texto tem quebras de linha ou caracteres de controlo.",
                    "The text has line breaks or control characters.");
    cells_.emplace_back(cell);
  }

  /// Called for each carriage return and line feed outside quotation marks, and at the end.
  void end_line(int ending) {
    if (error_) return;
    if (!cells_.empty()) {
      if (records_.size() == most_rows)
        return refuse("too-many-rows", "Há mais de 10 000 linhas.", "There are over 10,000 rows.");
      records_.push_back({line_, std::move(cells_)});
      cells_.clear();
    }
    if (ending == CSV_LF) ++line_;
  }

  void refuse(const char* code, const char* pt, const char* en) {
    error_ = error_at(line_, cells_.size() + 1, code, pt, en);
  }

  csv_parser parser_ = {};
  std::vector<CsvRecord> records_;
  std::vector<std::string> cells_;
  std::size_t line_ = 1;
  std::optional<core::Error> error_;
};

}  // namespace

core::Error error_at(std::size_t line, std::size_t column, std::string code, const std::string& pt,
                     const std::string& en) {
  return core::invalid(std::move(code), "",
                       fmt::format("Linha {}, coluna {}: {}", line, column, pt),
                       fmt::format("Line {}, column {}: {}", line, column, en));
}

core::Result<std::vector<CsvRecord>> read_csv(std::string_view text, char separator) {
  return Reader(separator).read(text);
}

}  // namespace server::cli
