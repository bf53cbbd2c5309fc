#include <fmt/format.h>

#include <algorithm>

#include "domain/editions/edition.hpp"
#include "handwritten/reading.hpp"
#include "json/json.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"
#include "server/cli/input.hpp"
#include "server/lisbon.hpp"

namespace server::cli {
namespace {

using handwritten::Fault;
using Reading = handwritten::Reading<editions::EditionFile>;

constexpr std::size_t largest_file = std::size_t{4} << 20;

/// "awards[1].conditions[0].from" as "awards 2, conditions 1, from".
std::string in_words(const std::string& field) {
  std::string words;
  std::string number;
  for (const char c : field) {
    if (c == '[') {
      number = " ";
    } else if (c == ']') {
      words += fmt::format(" {}", std::stoul(number) + 1);
      number.clear();
    } else if (!number.empty()) {
      number += c;
    } else if (c == '.') {
      words += ", ";
    } else {
      words += c == '_' ? ' ' : c;
    }
  }
  return words;
}

bool is_within(const std::string& inner, const std::string& outer) {
  return inner.starts_with(outer) &&
         (inner.size() == outer.size() || inner[outer.size()] == '.' || inner[outer.size()] == '[');
}

/// What could not be read because of the fault: where a rule's kind is unknown, all of the rule.
std::string unread_by(const Fault& fault) {
  constexpr std::string_view kind = ".kind";
  auto field = fault.field;
  if (field.ends_with(kind)) field.resize(field.size() - kind.size());
  return field;
}

/// What the rules say of a field that could not be read would only be noise.
bool is_told(const std::vector<Fault>& faults, const std::string& field) {
  return std::ranges::any_of(faults, [&](const Fault& fault) {
    return is_within(field, unread_by(fault)) || is_within(fault.field, field);
  });
}

/// The faults of the text, and then of the rules that it holds, by line.
Reading read_edition(std::string_view text) {
  auto reading = handwritten::read<editions::EditionFile>(text);
  const auto unreadable = reading.faults;
  if (!unreadable.empty() && unreadable.front().field.empty()) return reading;
  constexpr std::string_view regulation = "regulation.";
  for (auto& error : editions::faults(reading.record.command(), lisbon())) {
    auto& field = error.field;
    if (field.starts_with(regulation)) field.erase(0, regulation.size());
    if (!is_told(unreadable, field))
      reading.faults.push_back({reading.lines.of(field), field, error.pt, error.en});
  }
  std::ranges::stable_sort(reading.faults, {}, &Fault::line);
  return reading;
}

void print(const std::filesystem::path& file, const std::vector<Fault>& faults) {
  for (const auto& fault : faults)
    fmt::print(stderr, "{}:{}: {}{}\n    {}\n", file.string(), fault.line,
               fault.field.empty() ? "" : in_words(fault.field) + ": ", fault.en, fault.pt);
}

}  // namespace

int validate_edition(const EditionOptions& options) {
  const auto text = read_input("file", options.file, largest_file);
  if (!text) return complain(text.error());
  const auto reading = read_edition(*text);
  print(options.file, reading.faults);
  if (!reading.faults.empty()) return failed;
  if (options.json)
    fmt::print("{}\n", json::write(reading.record.command()));
  else
    fmt::print("{}: the regulation of {} can be followed\n", options.file.string(),
               reading.record.edition.text());
  return done;
}

int open_edition(const EditionOptions& options) {
  const auto text = read_input("file", options.file, largest_file);
  if (!text) return complain(text.error());
  const auto reading = read_edition(*text);
  print(options.file, reading.faults);
  if (!reading.faults.empty()) return failed;
  eventstore::SystemClock clock;
  auto app = Application::open(options.data, clock, DataDirectory::MayBeNew);
  if (!app) return complain(app.error(), unavailable);
  const auto accepted = (*app)->commands().handle({reading.record.command(),
                                                   core::CommandId("cli-" + (*app)->fresh_id()),
                                                   operator_of_the_machine(), std::nullopt});
  if (!accepted) return complain(accepted.error(), failed);
  fmt::print("{} at position {}\n", accepted->stream, accepted->position);
  return done;
}

}  // namespace server::cli
