#pragma once

#include <optional>
#include <string>

#include "domain/awards/basis.hpp"

namespace server {

/// One mark that is not the one recorded.
struct ChangedMark {
  std::string place;  ///< within the dossier: "sheets[2][0].value"
  std::optional<std::int64_t> recorded;
  std::optional<std::int64_t> found;
};

/// The mark that has to be put back for the dossier to have the SHA-256 that was recorded of it,
/// found by trying every value of every mark. Nothing where more than one mark was changed, or
/// something else, or where there would be too much to try.
[[nodiscard]] std::optional<ChangedMark> changed_mark(const awards::JudgedDossier& dossier,
                                                      const regulation::Regulation& rules,
                                                      std::string_view sha256,
                                                      const core::Writing& writing);

}  // namespace server
