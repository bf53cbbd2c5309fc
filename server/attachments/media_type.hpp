#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "domain/core/result.hpp"

namespace server::attachments {

/// "application/pdf": what the file's bytes say that it is, whatever its name says (libmagic).
/// Errors: "file-type" (Invalid) where attachments of that type are not taken: only documents,
/// sheets, slides and images that people without special programs can open, and that can be
/// cleared of their authors' names; "store-unavailable".
[[nodiscard]] core::Result<std::string> media_type_of(const std::filesystem::path& file);

/// The types that are taken, for people and in file names: ".pdf".
struct TakenType {
  std::string media_type;
  std::string ending;
};
[[nodiscard]] const std::vector<TakenType>& taken_types();

}  // namespace server::attachments
