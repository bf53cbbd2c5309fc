#pragma once

#include <fmt/format.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "domain/core/result.hpp"

/// What the three commands of `stats` share.
namespace server::cli {

/// By label: as a whole undefined, or one by one where a label has no scores.
using Numbers = core::Result<std::vector<std::optional<double>>>;

/// What has no scores has no number.
[[nodiscard]] core::Error without_scores();

/// A report as JSON, in the order in which it is told. Numbers are written so that they read back
/// to the last bit. What is undefined is null, with its reason under "reasons", by its path.
class StatsJson {
 public:
  StatsJson();

  void text(const std::string& name, const std::string& value);
  void text(const std::string& name, const core::Result<std::string>& value);
  void boolean(const std::string& name, bool value);
  void count(const std::string& name, std::size_t value);
  void number(const std::string& name, const core::Result<double>& value);
  /// Where all of them are undefined, one reason is given for all.
  void numbers(const std::string& name, const std::vector<std::string>& labels,
               const Numbers& values);
  void begin(const std::string& name);
  void end();
  /// Once, at the end.
  [[nodiscard]] std::string finish();

 private:
  void key(const std::string& name);
  void undefined(const std::string& name, const core::Error& why);

  rapidjson::StringBuffer out_;
  rapidjson::Writer<rapidjson::StringBuffer> writer_;
  std::string within_;  ///< "icc." or ""
  std::vector<std::pair<std::string, core::Error>> reasons_;
};

/// "0,743", or why there is none.
[[nodiscard]] std::string shown(const core::Result<double>& value);

/// In both languages: whoever brings a table need not be an operator. Answers the exit code.
int refuse(const core::Error& error);

}  // namespace server::cli
