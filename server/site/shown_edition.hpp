#pragma once

#include <optional>

#include "projections/editions.hpp"
#include "projections/results.hpp"
#include "server/site/layout.hpp"

namespace server {
class Application;
}

namespace server::site {

/// The edition that pages speak of by default: one that takes applications now, of several the one
/// whose deadline comes first; else the one that opened last; else the next to open.
[[nodiscard]] std::optional<projections::EditionRow> current_edition(Application& app);

/// Of the editions with published results the newest.
[[nodiscard]] std::optional<projections::EditionRow> newest_with_results(Application& app);

[[nodiscard]] std::optional<projections::EditionResult> published_result(
    Application& app, const core::EditionId& edition);

/// "Candidaturas abertas", "Em avaliação", "Resultados publicados".
[[nodiscard]] std::string state_in_words(Application& app, const projections::EditionRow& edition);

/// An edition's step of the calendar, as templates show it.
struct Moment {
  std::string moment_label;
  std::string moment_text;
  std::string moment_datetime;
  bool past = false;
  FIELDS(moment_label, moment_text, moment_datetime, past)
};
[[nodiscard]] std::vector<Moment> calendar_of(const projections::EditionRow& edition,
                                              const core::Instant& now);

[[nodiscard]] std::string edition_href(const core::EditionId& edition);
[[nodiscard]] std::string results_href(const core::EditionId& edition);

[[nodiscard]] Surroundings surroundings(Application& app);

}  // namespace server::site
