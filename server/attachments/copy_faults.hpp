#pragma once

#include "domain/core/result.hpp"

/// Why there is no copy of a file for jurors.
namespace server::attachments {

[[nodiscard]] inline core::Error file_unreadable() {
  return core::invalid("file-unreadable", "upload",
                       "O ficheiro está danificado ou protegido por palavra-passe.",
                       "The file is damaged or protected by a password.");
}

[[nodiscard]] inline core::Error anonymous_copy_unavailable() {
  return core::error_of(core::ErrorKind::Unavailable, "anonymous-copy-unavailable",
                        "Não é possível receber anexos neste momento.",
                        "Attachments cannot be taken at this moment.");
}

}  // namespace server::attachments
