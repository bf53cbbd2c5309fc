#include "server/attachments/attachments.hpp"

#include "server/attachments/anonymous_copy.hpp"
#include "server/attachments/malware.hpp"
#include "server/attachments/media_type.hpp"

namespace server::attachments {
namespace {

core::Error incomplete(std::int64_t arrived, const Upload& upload) {
  const auto part = std::to_string(arrived);
  const auto whole = std::to_string(upload.bytes);
  core::Error error =
      core::error_of(core::ErrorKind::Conflict, "upload-incomplete",
                     "O ficheiro ainda não chegou todo: " + part + " de " + whole + " bytes.",
                     "The file has not arrived whole yet: " + part + " of " + whole + " bytes.");
  error.field = "upload";
  return error;
}

}  // namespace

core::Result<dossiers::StoredFile> Attachments::take_in(const Upload& upload) {
  if (const auto arrived = uploads_.arrived(upload.id); arrived != upload.bytes)
    return core::fail(incomplete(arrived, upload));
  const auto file = uploads_.file(upload.id);
  const auto checked = check_for_malware(file, clamd_);
  if (!checked) return core::fail(checked.error());
  const auto type = media_type_of(file);
  if (!type) return core::fail(type.error());
  auto copy = file;
  copy += ".anonymous";
  if (auto written = write_anonymous_copy(file, *type, copy); !written)
    return core::fail(written.error());
  auto anonymous = content_.keep(copy);
  std::error_code ignored;
  std::filesystem::remove(copy, ignored);
  if (!anonymous) return core::fail(anonymous.error());
  auto original = content_.keep(file);
  if (!original) return core::fail(original.error());
  return dossiers::StoredFile{*type, upload.bytes, *std::move(original), *std::move(anonymous),
                              *checked == MalwareCheck::Clean};
}

}  // namespace server::attachments
