#pragma once

#include <optional>
#include <string>

#include "domain/core/fields.hpp"
#include "server/http/message.hpp"

/// What pages with a search form have in common.
namespace server::site {

struct Option {
  std::string option_value;
  std::string option_label;
  bool selected = false;
  FIELDS(option_value, option_label, selected)
};

/// The page asked for in `pagina`; 1 where that is no page number.
[[nodiscard]] std::size_t page_number(const http::Request& request);

/// Links from one page of a list to the next, keeping the search.
class Pager {
 public:
  Pager(const http::Request& request, std::size_t page, std::size_t pages)
      : request_(request), page_(page), pages_(pages) {}

  /// "Página 2 de 3"; nothing where there is nothing to show.
  [[nodiscard]] std::optional<std::string> text() const;
  [[nodiscard]] std::optional<std::string> previous() const;
  [[nodiscard]] std::optional<std::string> next() const;

 private:
  [[nodiscard]] std::string href(std::size_t page) const;

  const http::Request& request_;
  std::size_t page_;
  std::size_t pages_;
};

}  // namespace server::site
