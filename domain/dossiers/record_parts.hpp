#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/core/dates.hpp"
#include "domain/core/fields.hpp"
#include "domain/core/ids.hpp"
#include "domain/core/money.hpp"
#include "domain/regulation/category.hpp"
#include "domain/regulation/theme.hpp"

/// An entity's dossier in one edition: what it tells of its social work, section by section.
namespace dossiers {

/// Where what a record tells can be seen.
struct Evidence {
  std::string title;
  std::string url;  ///< http or https
  FIELDS(title, url)
};

/// What is counted, and how many there were; no value where nobody has counted yet.
struct Indicator {
  std::string name;
  std::optional<std::int64_t> value;
  FIELDS(name, value)
};

/// Who approved an instrument, and when.
struct Approval {
  std::string body;
  core::Date date;
  FIELDS(body, date)
};

/// The record of an earlier dossier from which one was taken over.
struct RecordOrigin {
  core::DossierId dossier;
  core::RecordId record_id;
  FIELDS(dossier, record_id)
};

}  // namespace dossiers
