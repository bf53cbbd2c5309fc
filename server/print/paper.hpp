#pragma once

#include <string>

#include "server/site/templates.hpp"

/// What every printed document is made with.
namespace server::print {

/// The templates of documents, read once.
[[nodiscard]] const site::Templates& templates();
/// Where the pages' font lies, for a document's style.
[[nodiscard]] std::string font_address();

}  // namespace server::print
