#include "tests/server/pdf_text.hpp"

#include <gtest/gtest.h>

#include <fstream>

#include "server/child_process.hpp"
#include "server/share.hpp"
#include "tests/server/temporary_folder.hpp"

namespace server_tests {

std::string text_of_pdf(const std::string& pdf) {
  const TemporaryFolder folder;
  const auto file = folder.path() / "document.pdf";
  const auto text = folder.path() / "document.txt";
  std::ofstream(file, std::ios::binary) << pdf;
  constexpr std::chrono::seconds patience(20);
  EXPECT_EQ(
      server::run_program({"pdftotext", "-enc", "UTF-8", file.string(), text.string()}, patience),
      0);
  return server::read_file(text).value_or("");
}

bool reads_in_order(const std::string& text, const std::vector<std::string>& words) {
  std::size_t from = 0;
  for (const auto& word : words) {
    const auto place = text.find(word, from);
    if (place == std::string::npos) return false;
    from = place + word.size();
  }
  return true;
}

}  // namespace server_tests
