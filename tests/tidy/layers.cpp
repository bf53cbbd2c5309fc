#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "tests/tidy/rules.hpp"
#include "tests/tidy/text.hpp"

namespace tidy {
namespace {

/// A room, and the rooms whose headers its files may include.
struct Layer {
  std::string_view room;
  std::vector<std::string_view> may_know;
};

/// The first room that a file lies in is its room. Pages and routes read what the read models
/// answer and write through the command handler, so that they know nothing of the store.
const std::vector<Layer>& layers() {
  static const std::vector<Layer> all = {
      {"domain/core", {"domain/core"}},
      {"domain", {"domain"}},
      {"json", {"json", "domain/core"}},
      {"handwritten", {"handwritten", "domain/core"}},
      {"eventstore", {"eventstore", "domain/core"}},
      {"projections", {"projections", "domain", "json", "eventstore"}},
      {"server/http", {"server/http", "domain/core"}},
      {"server/identity", {"server/identity", "domain/core"}},
      {"server/api", {"server", "projections", "domain", "json"}},
      {"server/site", {"server", "projections", "domain", "json"}},
      {"server", {"server", "projections", "domain", "json", "handwritten", "eventstore"}},
      {"tests/tidy", {"tests/tidy"}},
      {"tests", {"tests", "server", "projections", "domain", "json", "handwritten", "eventstore"}},
  };
  return all;
}

const Layer* layer_of(std::string_view path) {
  const auto found =
      std::ranges::find_if(layers(), [&](const Layer& layer) { return lies_in(path, layer.room); });
  return found == layers().end() ? nullptr : &*found;
}

bool may_know(const Layer& layer, std::string_view header) {
  return std::ranges::any_of(layer.may_know,
                             [&](std::string_view room) { return lies_in(header, room); });
}

/// "jury" for domain/jury/panel.cpp; nothing for what lies in domain itself.
std::string_view context_of(std::string_view path) {
  constexpr std::string_view domain = "domain/";
  if (!path.starts_with(domain)) return {};
  path.remove_prefix(domain.size());
  const auto end = path.find('/');
  return end == std::string_view::npos ? std::string_view{} : path.substr(0, end);
}

/// core and regulation are everybody's ground, and facts.hpp is how a context hears of another.
bool open_to_all(std::string_view header) {
  const auto context = context_of(header);
  return context == "core" || context == "regulation" || header == "domain/facts.hpp";
}

constexpr std::string_view impure_headers[] = {"fstream", "iostream",     "filesystem", "random",
                                               "thread",  "mutex",        "future",     "atomic",
                                               "ctime",   "shared_mutex", "stop_token", "sstream"};

constexpr std::string_view clocks[] = {"system_clock::now", "steady_clock::now",
                                       "high_resolution_clock::now"};

}  // namespace

Faults includes_follow_the_layers(const File& file) {
  Faults faults;
  const auto* layer = is_cpp(file.path) ? layer_of(file.path) : nullptr;
  if (layer == nullptr) return faults;
  for (const auto& include : includes_of(file.text)) {
    if (!include.own || may_know(*layer, include.header)) continue;
    faults.push_back({include.line, std::string(layer->room) + " may not know " + include.header});
  }
  return faults;
}

Faults contexts_keep_apart(const File& file) {
  Faults faults;
  const auto context = context_of(file.path);
  if (context.empty()) return faults;
  for (const auto& include : includes_of(file.text)) {
    const auto& header = include.header;
    if (!lies_in(header, "domain") || open_to_all(header) || context_of(header) == context)
      continue;
    faults.push_back({include.line, std::string(context) + " may not know " + header +
                                        ": ids only, facts arrive in the command's context"});
  }
  return faults;
}

Faults domain_is_pure(const File& file) {
  Faults faults;
  if (!lies_in(file.path, "domain") || !is_cpp(file.path)) return faults;
  for (const auto& include : includes_of(file.text)) {
    if (!include.own && std::ranges::count(impure_headers, include.header) != 0) {
      faults.push_back({include.line, "the domain does without <" + include.header + ">"});
    }
  }
  const auto code = code_of(file.text);
  for (const auto clock : clocks) {
    if (const auto at = find_word(code, clock); at != std::string::npos) {
      faults.push_back({line_at(code, at), "the domain has no clock: time is in the context"});
    }
  }
  return faults;
}

}  // namespace tidy
