#include "server/site/listing.hpp"

#include <fmt/format.h>

#include <charconv>

namespace server::site {
namespace {

std::string percent_encoded(std::string_view text) {
  std::string encoded;
  for (const char c : text) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '.' || c == '_' || c == '~';
    encoded += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return encoded;
}

}  // namespace

std::size_t page_number(const http::Request& request) {
  const auto text = request.query_value("pagina").value_or("1");
  std::size_t page = 1;
  const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), page);
  constexpr std::size_t last = 100'000;
  const bool good = error == std::errc() && rest == text.data() + text.size();
  return good && page >= 1 && page <= last ? page : 1;
}

std::optional<std::string> Pager::text() const {
  if (pages_ == 0) return std::nullopt;
  return fmt::format("Página {} de {}", page_, pages_);
}

std::optional<std::string> Pager::previous() const {
  if (page_ <= 1) return std::nullopt;
  return href(page_ - 1);
}

std::optional<std::string> Pager::next() const {
  if (page_ >= pages_) return std::nullopt;
  return href(page_ + 1);
}

std::string Pager::href(std::size_t page) const {
  std::string href = request_.path + "?";
  for (const auto& [name, value] : request_.query)
    if (name != "pagina" && !value.empty())
      href += percent_encoded(name) + "=" + percent_encoded(value) + "&";
  return href + "pagina=" + std::to_string(page);
}

}  // namespace server::site
