#pragma once

#include "server/api/endpoint.hpp"

namespace server {

/// The entity and the jurors of the dossier in the path; alike whether there is such a dossier or
/// not. Error: "not-found" where the path names none.
[[nodiscard]] core::Result<permissions::Subject> dossier_in_path(const Call& call);

/// Whether who asks reads the dossier for its entity or the secretariat, not as a juror.
[[nodiscard]] bool reads_as_owner(const Call& call, const core::DossierId& dossier);

/// Whether the names of those who made a dossier are for who asks, who may read it: always for its
/// entity and the secretariat, for its jurors where the regulation says so.
[[nodiscard]] bool sees_authors(const Call& call, const core::DossierId& dossier);

/// A GET of a dossier's that answers with a file of this media type.
[[nodiscard]] Endpoint dossier_file_endpoint(std::string path, std::string id, std::string summary,
                                             permissions::Audience audience, std::string media_type,
                                             Reply (*handle)(const Call&));

}  // namespace server
