#include "server/attachments/anonymous_copy.hpp"

#include "eventstore/errors.hpp"
#include "server/attachments/clearer.hpp"
#include "server/attachments/office_copy.hpp"
#include "server/attachments/pictures.hpp"
#include "server/workshop.hpp"

namespace server::attachments {
namespace {

namespace fs = std::filesystem;
using core::fail;
using core::Result;

Result<void> copy_as_it_is(const fs::path& file, const fs::path& copy) {
  std::error_code error;
  fs::copy_file(file, copy, fs::copy_options::overwrite_existing, error);
  if (error) return fail(eventstore::store_unavailable(file.string()));
  return {};
}

/// mat2 goes by the ending of a name and writes "name.cleaned.ending" beside the original.
Result<fs::path> clear_pdf(const fs::path& folder, const fs::path& file) {
  const auto original = folder / "file.pdf";
  if (auto copied = copy_as_it_is(file, original); !copied) return fail(copied.error());
  if (auto cleared = run_clearer({"mat2", "--lightweight", original.string()}); !cleared)
    return fail(cleared.error());
  return folder / "file.cleaned.pdf";
}

Result<fs::path> clear_picture(const fs::path& folder, const fs::path& file,
                               const std::string& media_type) {
  auto picture = folder / (media_type == "image/png" ? "file.png" : "file.jpg");
  if (auto copied = copy_as_it_is(file, picture); !copied) return fail(copied.error());
  if (auto cleared = clear_pictures(folder); !cleared) return fail(cleared.error());
  return picture;
}

Result<fs::path> clear_document(const fs::path& folder, const fs::path& file) {
  auto document = folder / "file";
  if (auto copied = copy_as_it_is(file, document); !copied) return fail(copied.error());
  if (auto cleared = clear_office_document(document); !cleared) return fail(cleared.error());
  return document;
}

Result<fs::path> clear(const fs::path& folder, const fs::path& file,
                       const std::string& media_type) {
  if (media_type == "application/pdf") return clear_pdf(folder, file);
  if (media_type.starts_with("image/")) return clear_picture(folder, file, media_type);
  return clear_document(folder, file);
}

}  // namespace

Result<void> write_anonymous_copy(const fs::path& file, const std::string& media_type,
                                  const fs::path& copy) {
  if (media_type.starts_with("text/")) return copy_as_it_is(file, copy);
  const fs::path folder = copy.string() + ".work";
  const Workshop workshop(folder);
  const auto cleared = clear(folder, file, media_type);
  if (!cleared) return fail(cleared.error());
  std::error_code error;
  fs::rename(*cleared, copy, error);
  if (error) return fail(file_unreadable());
  return {};
}

}  // namespace server::attachments
