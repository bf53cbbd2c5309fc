#include "server/attachments/media_type.hpp"

#include <magic.h>

#include <algorithm>
#include <memory>

#include "eventstore/errors.hpp"

namespace server::attachments {
namespace {

struct CloseMagic {
  void operator()(magic_t magic) const { magic_close(magic); }
};
using Magic = std::unique_ptr<magic_set, CloseMagic>;

core::Error not_taken(const std::string& type) {
  return core::invalid("file-type", "upload",
                       "Não são aceites ficheiros deste tipo (" + type +
                           "). Use PDF, ODT, ODS, ODP, DOCX, XLSX, "
                           "PPTX, JPEG, PNG, CSV ou texto simples.",
                       "Files of this type are not taken (" + type +
                           "). Use PDF, ODT, ODS, ODP, DOCX, XLSX, PPTX, "
                           "JPEG, PNG, CSV or plain text.");
}

}  // namespace

const std::vector<TakenType>& taken_types() {
  static const std::vector<TakenType> all = {
      {"application/pdf", ".pdf"},
      {"application/vnd.oasis.opendocument.text", ".odt"},
      {"application/vnd.oasis.opendocument.spreadsheet", ".ods"},
      {"application/vnd.oasis.opendocument.presentation", ".odp"},
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
      {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
      {"application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"},
      {"image/jpeg", ".jpg"},
      {"image/png", ".png"},
      {"text/csv", ".csv"},
      {"text/plain", ".txt"}};
  return all;
}

core::Result<std::string> media_type_of(const std::filesystem::path& file) {
  const Magic magic(magic_open(MAGIC_MIME_TYPE | MAGIC_NO_CHECK_COMPRESS | MAGIC_ERROR));
  if (!magic || magic_load(magic.get(), nullptr) != 0)
    return core::fail(eventstore::store_unavailable("libmagic"));
  const char* found = magic_file(magic.get(), file.c_str());
  if (found == nullptr) return core::fail(eventstore::store_unavailable(file.string()));
  std::string type = found;
  if (std::ranges::find(taken_types(), type, &TakenType::media_type) == taken_types().end())
    return core::fail(not_taken(type));
  return type;
}

}  // namespace server::attachments
