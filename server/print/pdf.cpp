#include "server/print/pdf.hpp"

#include <stdlib.h>

#include <fstream>
#include <mutex>

#include "server/child_process.hpp"
#include "server/share.hpp"
#include "server/workshop.hpp"

namespace server::print {
namespace {

namespace fs = std::filesystem;

core::Error unavailable() {
  return core::error_of(core::ErrorKind::Unavailable, "document-unavailable",
                        "Não é possível fazer o documento neste momento. Tente daqui a pouco.",
                        "The document cannot be made at this moment. Try again soon.");
}

/// Only this user can read what lies in it.
fs::path fresh_folder() {
  auto name = (fs::temp_directory_path() / "autarquia-XXXXXX").string();
  return ::mkdtemp(name.data()) == nullptr ? fs::path() : fs::path(name);
}

}  // namespace

core::Result<std::string> pdf_of(const std::string& html) {
  constexpr std::chrono::seconds longest_wait(10);
  constexpr std::chrono::seconds patience(60);
  static std::timed_mutex press;
  const std::unique_lock turn(press, longest_wait);
  if (!turn) return core::fail(unavailable());
  const auto folder = fresh_folder();
  if (folder.empty()) return core::fail(unavailable());
  const Workshop workshop(folder);
  const auto page = workshop / "document.html";
  const auto pdf = workshop / "document.pdf";
  std::ofstream(page, std::ios::binary) << html;
  if (run_program({"weasyprint", "--pdf-variant", "pdf/ua-1", page.string(), pdf.string()},
                  patience) != 0)
    return core::fail(unavailable());
  auto bytes = read_file(pdf);
  if (!bytes) return core::fail(unavailable());
  return bytes;
}

}  // namespace server::print
