#include "tests/bench/report.hpp"

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <cmath>
#include <cstdio>
#include <fstream>
#include <string_view>
#include <thread>

#include "domain/core/assert.hpp"

namespace bench {
namespace {

/// Three digits that count, and no exponent.
std::string shown(double value) {
  const double size = std::abs(value);
  return fmt::format("{:.{}f}", value, size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 3);
}

std::string shown(const std::optional<Goal>& goal) {
  if (!goal) return "";
  return fmt::format("{}{} {}", goal->of == Goal::Of::Ratio ? "ratio " : "",
                     goal->bound == Goal::Bound::AtLeast ? ">=" : "<=", shown(goal->value));
}

using Output = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

void put(Output& out, std::string_view text) {
  out.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

void put(Output& out, const char* name, const std::string& text) {
  out.Key(name);
  put(out, text);
}

void put(Output& out, const char* name, const Samples& samples) {
  out.Key("median");
  out.Double(median(samples));
  out.Key(name);
  out.StartArray();
  for (const double sample : samples) out.Double(sample);
  out.EndArray();
}

void put(Output& out, const Figure& figure) {
  out.StartObject();
  put(out, "what", figure.what);
  put(out, "unit", figure.unit);
  put(out, "samples", figure.samples);
  if (figure.peer) {
    out.Key("peer");
    out.StartObject();
    put(out, "name", figure.peer->name);
    put(out, "samples", figure.peer->samples);
    out.EndObject();
    out.Key("ratio");
    out.Double(*figure.ratio());
  }
  if (figure.goal) {
    put(out, "goal", shown(figure.goal));
    out.Key("reached");
    out.Bool(*figure.reached());
  }
  out.EndObject();
}

}  // namespace

std::optional<double> Figure::ratio() const {
  if (!peer) return std::nullopt;
  return median(ratios(samples, peer->samples));
}

std::optional<bool> Figure::reached() const {
  if (!goal) return std::nullopt;
  const double value = goal->of == Goal::Of::Ratio ? ratio().value() : median(samples);
  return goal->bound == Goal::Bound::AtLeast ? value >= goal->value : value <= goal->value;
}

void print(const Report& report) {
  constexpr auto line = "{:<44} {:>10} {:<9} {:<30} {:>10} {:>7}  {:<14} {}\n";
  fmt::print(line, report.benchmark, "median", "unit", "peer", "median", "ratio", "goal", "");
  for (const auto& figure : report.figures) {
    const auto ratio = figure.ratio();
    const auto reached = figure.reached();
    fmt::print(line, figure.what, shown(median(figure.samples)), figure.unit,
               figure.peer ? figure.peer->name : "",
               figure.peer ? shown(median(figure.peer->samples)) : "", ratio ? shown(*ratio) : "",
               shown(figure.goal),
               !reached   ? ""
               : *reached ? "reached"
                          : "NOT REACHED");
  }
  fmt::print("\n");
  std::fflush(stdout);
}

void write(const Report& report, const std::filesystem::path& file) {
  rapidjson::StringBuffer buffer;
  Output out(buffer);
  out.SetMaxDecimalPlaces(4);
  out.SetFormatOptions(rapidjson::kFormatSingleLineArray);
  out.StartObject();
  put(out, "benchmark", report.benchmark);
  out.Key("cores");
  out.Uint(std::thread::hardware_concurrency());
  out.Key("figures");
  out.StartArray();
  for (const auto& figure : report.figures) put(out, figure);
  out.EndArray();
  out.EndObject();
  std::ofstream(file) << buffer.GetString() << '\n';
  core::ensure(std::filesystem::exists(file), "the report can be written");
}

}  // namespace bench
