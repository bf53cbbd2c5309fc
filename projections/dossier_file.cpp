#include "projections/dossier_file.hpp"

#include "projections/whole_dossier.hpp"

namespace projections {

std::optional<DossierFile> dossier_file(const Views& views, const core::DossierId& dossier) {
  auto whole = whole_dossier(views, dossier);
  if (!whole) return std::nullopt;
  hide_authors(*whole);
  DossierFile file{std::string(DossierFile::newest_format),
                   dossier,
                   whole->dossier.edition,
                   std::move(whole->entity),
                   {},
                   std::move(whole->attachments)};
  for (auto& row : whole->records)
    file.records.push_back(
        {std::move(row.record_id), std::move(row.origin), std::move(row.record)});
  return file;
}

core::Result<void> check(const DossierFile& file) {
  if (file.format == DossierFile::newest_format) return {};
  const std::string known(DossierFile::newest_format);
  return core::fail(core::invalid("file-format", "format",
                                  "O ficheiro não é uma candidatura exportada (" + known + ").",
                                  "The file is not an exported dossier (" + known + ")."));
}

}  // namespace projections
