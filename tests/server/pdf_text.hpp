#pragma once

#include <string>
#include <vector>

namespace server_tests {

/// The lines of a PDF, in the order in which they are read.
[[nodiscard]] std::string text_of_pdf(const std::string& pdf);

/// Whether the words stand there, each after the one before.
[[nodiscard]] bool reads_in_order(const std::string& text, const std::vector<std::string>& words);

}  // namespace server_tests
