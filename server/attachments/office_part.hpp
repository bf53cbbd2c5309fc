#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/core/result.hpp"

namespace server::attachments {

/// What one XML part of an office document (OpenDocument, Office Open XML) holds once the names of
/// people are out of it, where they stand beside what is shown: the document's properties, but for
/// those that a text may show, as its title; who wrote a comment or a change; the folder and the
/// printer of somebody's own. All the rest stays, in its order. `name` is the part's in the
/// archive. Nothing where there is none of that in it. Error: "file-unreadable" where it is no XML.
[[nodiscard]] core::Result<std::optional<std::string>> without_names(std::string_view name,
                                                                     const std::string& part);

/// Whether the part is nothing but what a printer was set to, for which `without_names` takes out
/// what refers to it.
[[nodiscard]] bool is_of_printer(std::string_view name);

}  // namespace server::attachments
