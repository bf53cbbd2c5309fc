#pragma once

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

#include "domain/core/result.hpp"
#include "server/http/message.hpp"

/// What a request's query says, typed. A parameter that is empty, as a form sends it, is absent.
/// Errors: "invalid-value" on the parameter.
namespace server {

[[nodiscard]] inline std::string text_from_query(const http::Request& request,
                                                 const std::string& name) {
  return request.query_value(name).value_or("");
}

template <class Enum>
core::Result<std::optional<Enum>> choice_from_query(const http::Request& request,
                                                    const std::string& name) {
  const auto text = text_from_query(request, name);
  if (text.empty()) return std::nullopt;
  const auto names = choice_names(Enum{});
  const auto found = std::ranges::find(names, text);
  if (found == names.end())
    return core::fail(core::invalid("invalid-value", name, "Não é um dos valores possíveis.",
                                    "This is not one of the possible values."));
  return static_cast<Enum>(found - names.begin());
}

template <class Id>
core::Result<Id> id_from_query(const http::Request& request, const std::string& name) {
  const auto text = text_from_query(request, name);
  if (text.empty()) return Id();
  auto id = Id::parse(text);
  if (!id)
    return core::fail(
        core::invalid("invalid-value", name, std::string(Id::rule_pt), std::string(Id::rule_en)));
  return *std::move(id);
}

/// From 1 to 1 000 000; 1 where it is absent.
[[nodiscard]] inline core::Result<std::size_t> page_from_query(const http::Request& request) {
  constexpr std::size_t most = 1'000'000;
  const auto text = text_from_query(request, "page");
  if (text.empty()) return 1;
  std::size_t page = 0;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), page);
  if (error != std::errc() || rest != text.data() + text.size() || page < 1 || page > most)
    return core::fail(core::invalid("invalid-value", "page",
                                    "A página é um número inteiro a partir de 1.",
                                    "The page is a whole number from 1 on."));
  return page;
}

}  // namespace server
