#pragma once

#include <string>

#include "domain/core/result.hpp"

namespace server::print {

/// A whole HTML document as tagged PDF (PDF/UA-1), made by WeasyPrint. One is made at a time;
/// whoever would wait for more than ten seconds is sent away. Error: "document-unavailable"
/// (Unavailable), where the machine has no WeasyPrint too.
[[nodiscard]] core::Result<std::string> pdf_of(const std::string& html);

}  // namespace server::print
