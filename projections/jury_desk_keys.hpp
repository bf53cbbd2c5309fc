#pragma once

#include <string>
#include <string_view>

#include "domain/core/ids.hpp"
#include "projections/rows.hpp"

/// Where the rows of `jury_desk` stand: for those alone who write and read them.
namespace projections {

/// "conflict/2021/jurado-1/2021-1701": the rows of one juror in one edition stand together.
inline std::string key_of(std::string_view kind, const core::DossierId& dossier,
                          const core::AccountId& juror) {
  return row_key({kind, core::edition_of(dossier).text(), juror.text(), dossier.text()});
}

/// The other way round: who judges a dossier.
inline std::string key_of_judge(const core::DossierId& dossier, const core::AccountId& juror) {
  return row_key({"judge", dossier.text(), juror.text()});
}

inline std::string key_of_withdrawal(const core::DossierId& dossier) {
  return row_key({"withdrawn", core::edition_of(dossier).text(), dossier.text()});
}

inline std::string key_of_reopening(const core::DossierId& dossier) {
  return row_key({"reopened", core::edition_of(dossier).text(), dossier.text()});
}

inline std::string key_of_left_out(const core::DossierId& dossier) {
  return row_key({"left-out", core::edition_of(dossier).text(), dossier.text()});
}

}  // namespace projections
