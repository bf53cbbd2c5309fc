#include "server/cli/stats_report.hpp"

#include "domain/core/text.hpp"
#include "server/cli/cli.hpp"

namespace server::cli {

core::Error without_scores() {
  return core::invalid("no-scores", "", "Não tem pontuações.", "It has no scores.");
}

StatsJson::StatsJson() : writer_(out_) {
  writer_.StartObject();
}

void StatsJson::text(const std::string& name, const std::string& value) {
  key(name);
  writer_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
}

void StatsJson::text(const std::string& name, const core::Result<std::string>& value) {
  if (!value) return undefined(name, value.error());
  text(name, *value);
}

void StatsJson::boolean(const std::string& name, bool value) {
  key(name);
  writer_.Bool(value);
}

void StatsJson::count(const std::string& name, std::size_t value) {
  key(name);
  writer_.Uint64(value);
}

void StatsJson::number(const std::string& name, const core::Result<double>& value) {
  if (!value) return undefined(name, value.error());
  key(name);
  writer_.Double(*value);
}

void StatsJson::numbers(const std::string& name, const std::vector<std::string>& labels,
                        const Numbers& values) {
  begin(name);
  for (std::size_t i = 0; i < labels.size(); ++i) {
    if (!values) {
      key(labels[i]);
      writer_.Null();
    } else if (const auto& value = (*values)[i]) {
      number(labels[i], *value);
    } else {
      undefined(labels[i], without_scores());
    }
  }
  end();
  if (!values) reasons_.emplace_back(name, values.error());
}

void StatsJson::begin(const std::string& name) {
  key(name);
  writer_.StartObject();
  within_ = name + ".";
}

void StatsJson::end() {
  writer_.EndObject();
  within_.clear();
}

std::string StatsJson::finish() {
  begin("reasons");
  for (const auto& [path, why] : reasons_) {
    begin(path);
    text("code", why.code);
    text("pt", why.pt);
    text("en", why.en);
    end();
  }
  end();
  writer_.EndObject();
  return out_.GetString();
}

void StatsJson::key(const std::string& name) {
  writer_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
}

void StatsJson::undefined(const std::string& name, const core::Error& why) {
  key(name);
  writer_.Null();
  reasons_.emplace_back(within_ + name, why);
}

std::string shown(const core::Result<double>& value) {
  if (!value) return "não definido: " + value.error().pt;
  return core::with_comma(fmt::format("{:.3f}", *value));
}

int refuse(const core::Error& error) {
  fmt::print(stderr, "autarquia: {}\n", error.pt);
  return complain(error);
}

}  // namespace server::cli
