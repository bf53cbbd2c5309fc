#include "server/cli/score_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "domain/awards/points.hpp"
#include "domain/core/assert.hpp"
#include "server/cli/csv.hpp"
#include "server/cli/input.hpp"

namespace server::cli {
namespace {

bool semicolon_in_header(std::string_view text) {
  bool quoted = false;
  for (const char c : text) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '\n' || c == '\r') break;
    if (c == ';') return true;
  }
  return false;
}

bool is_table(std::string_view text, char separator) {
  const auto records = read_csv(text, separator);
  if (!records || records->empty() || records->front().cells.size() < 2) return false;
  return std::ranges::all_of(*records, [&](const auto& record) {
    return record.cells.size() == records->front().cells.size();
  });
}

/// A semicolon in the first line may stand in a label.
char separator_of(std::string_view text) {
  if (!semicolon_in_header(text)) return ',';
  return is_table(text, ';') || !is_table(text, ',') ? ';' : ',';
}

/// Takes labels, each once.
class Labels {
 public:
  explicit Labels(const char* where_pt, const char* where_en) : pt_(where_pt), en_(where_en) {}

  core::Result<void> take(const std::string& label, std::size_t line, std::size_t column,
                          std::size_t number) {
    if (label.empty())
      return core::fail(
          error_at(line, column, "label-missing", "Falta o nome.", "The label is missing."));
    const auto [before, is_new] = seen_.try_emplace(label, number);
    if (is_new) return {};
    return core::fail(error_at(line, column, "label-repeated",
                               fmt::format("O nome já está na {} {}.", pt_, before->second),
                               fmt::format("The label is in {} {} already.", en_, before->second)));
  }

 private:
  const char* pt_;
  const char* en_;
  std::map<std::string, std::size_t> seen_;
};

/// Reads decimals that are all written with the same mark.
class Decimals {
 public:
  explicit Decimals(char separator) : comma_may_be_(separator == ';') {}

  /// With a point; "" stays what it is.
  core::Result<std::string> read(std::string cell, std::size_t line, std::size_t column) {
    constexpr std::size_t longest = 32;
    const auto at = cell.find_first_of(",.");
    const auto mark = at == std::string::npos ? '\0' : cell[at];
    if (mark == ',' && comma_may_be_) cell[at] = '.';
    const bool number = cell.size() <= longest && (mark != ',' || comma_may_be_) &&
                        (cell.empty() || awards::decimal(cell));
    if (!number) return core::fail(no_number(line, column));
    if (mark != '\0' && mark_.value_or(mark) != mark)
      return core::fail(error_at(line, column, "mixed-decimal-marks",
                                 "Há vírgulas e pontos decimais no mesmo ficheiro.",
                                 "The file has both decimal commas and decimal points."));
    if (mark != '\0') mark_ = mark;
    return cell;
  }

 private:
  [[nodiscard]] core::Error no_number(std::size_t line, std::size_t column) const {
    const std::string pt = comma_may_be_ ? " com vírgula ou ponto" : " com ponto";
    const std::string en = comma_may_be_ ? " with a comma or a point" : " with a point";
    return error_at(line, column, "not-a-number",
                    "Não é um número decimal" + pt + ", de até 32 caracteres.",
                    "This is no decimal number" + en + ", of up to 32 characters.");
  }

  bool comma_may_be_;
  std::optional<char> mark_;
};

core::Result<std::vector<std::string>> raters_of(const CsvRecord& header) {
  if (header.cells.size() < 2)
    return core::fail(error_at(header.line, 2, "no-scores",
                               "A primeira linha não tem jurados (separador: vírgula ou ponto e "
                               "vírgula).",
                               "The first row has no raters (separator: comma or semicolon)."));
  Labels labels("coluna", "column");
  for (std::size_t j = 1; j < header.cells.size(); ++j)
    if (auto taken = labels.take(header.cells[j], header.line, j + 1, j + 1); !taken)
      return core::fail(taken.error());
  return std::vector<std::string>(header.cells.begin() + 1, header.cells.end());
}

core::Error ragged(const CsvRecord& row, std::size_t columns) {
  const auto has = row.cells.size();
  return error_at(row.line, std::min(has, columns) + 1, "ragged-row",
                  fmt::format("A linha tem {} colunas e a primeira tem {}.", has, columns),
                  fmt::format("The row has {} columns and the first one has {}.", has, columns));
}

core::Result<void> add_row(const CsvRecord& row, Labels& labels, Decimals& decimals,
                           ScoreTable& table) {
  const auto columns = table.raters.size() + 1;
  if (row.cells.size() != columns) return core::fail(ragged(row, columns));
  const auto& label = table.subjects.emplace_back(row.cells.front());
  if (auto taken = labels.take(label, row.line, 1, row.line); !taken) return taken;
  auto& cells = table.cells.emplace_back();
  for (std::size_t j = 1; j < columns; ++j) {
    auto read = decimals.read(row.cells[j], row.line, j + 1);
    if (!read) return core::fail(read.error());
    cells.push_back(*std::move(read));
  }
  return {};
}

}  // namespace

statistics::Table ScoreTable::ratings() const {
  statistics::Table table(subjects.size(), raters.size());
  for (std::size_t i = 0; i < subjects.size(); ++i)
    for (std::size_t j = 0; j < raters.size(); ++j) {
      const auto& cell = cells[i][j];
      if (cell.empty()) continue;
      double value = 0;
      const auto read = std::from_chars(cell.data(), cell.data() + cell.size(), value);
      core::ensure(read.ec == std::errc(), "a decimal was checked when it was read");
      table.rate(i, j, value);
    }
  return table;
}

core::Result<ScoreTable> parse_score_table(std::string_view text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  const char separator = separator_of(text);
  const auto records = read_csv(text, separator);
  if (!records) return core::fail(records.error());
  if (records->size() < 2)
    return core::fail(
        error_at(records->size() + 1, 1, "no-scores", "Faltam linhas.", "Rows are missing."));
  auto raters = raters_of(records->front());
  if (!raters) return core::fail(raters.error());
  ScoreTable table{{}, *std::move(raters), {}};
  Labels labels("linha", "line");
  Decimals decimals(separator);
  for (std::size_t i = 1; i < records->size(); ++i)
    if (auto added = add_row((*records)[i], labels, decimals, table); !added)
      return core::fail(added.error());
  return table;
}

core::Result<ScoreTable> read_score_table(const std::filesystem::path& file) {
  constexpr std::size_t largest = std::size_t{8} << 20;
  std::error_code error;
  if (const auto size = std::filesystem::file_size(file, error); !error && size > largest)
    return core::fail(core::error_of(core::ErrorKind::TooLarge, "file-too-large",
                                     "O ficheiro tem mais de 8 MiB.", "The file is over 8 MiB."));
  const auto text = read_input("file", file, largest);
  if (!text) return core::fail(text.error());
  return parse_score_table(*text);
}

}  // namespace server::cli
