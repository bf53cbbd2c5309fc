#pragma once

#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"
#include "domain/regulation/regulation.hpp"

namespace editions {

/// Opening freezes the regulation. A demonstration's scores and awards are invented, and every
/// page and document of it says so.
struct EditionOpened {
  static constexpr std::string_view name = "edition-opened";
  static constexpr int version = 2;
  core::EditionId edition;
  std::string title;
  bool demonstration = false;
  regulation::Regulation regulation;
  FIELDS(edition, title, demonstration, regulation)
};

}  // namespace editions
