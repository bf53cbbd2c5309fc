#include "server/site/shown_edition.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "server/application.hpp"
#include "server/site/portuguese.hpp"

namespace server::site {

std::optional<projections::EditionRow> current_edition(Application& app) {
  using projections::EditionRow;
  const auto all = projections::all_editions(*app.views().view("editions"));
  const auto phase = [now = app.now()](const EditionRow& edition) {
    return regulation::phase_at(edition.calendar, now);
  };
  std::vector<EditionRow> taking;
  std::ranges::copy_if(all, std::back_inserter(taking), [&](const EditionRow& edition) {
    return phase(edition) == regulation::Phase::Applications;
  });
  if (!taking.empty())
    return *std::ranges::min_element(
        taking, {}, [](const EditionRow& edition) { return edition.calendar.submission_deadline; });
  const auto opened = std::ranges::find_if(all, [&](const EditionRow& edition) {
    return phase(edition) != regulation::Phase::Announced;
  });
  if (opened != all.end()) return *opened;
  return all.empty() ? std::nullopt : std::optional(all.back());
}

std::optional<projections::EditionRow> newest_with_results(Application& app) {
  for (const auto& edition : projections::all_editions(*app.views().view("editions")))
    if (published_result(app, edition.edition)) return edition;
  return std::nullopt;
}

std::optional<projections::EditionResult> published_result(Application& app,
                                                           const core::EditionId& edition) {
  return projections::published_result(app.views(), edition);
}

std::string state_in_words(Application& app, const projections::EditionRow& edition) {
  const auto& calendar = edition.calendar;
  const auto now = app.now();
  if (const auto result = published_result(app, edition.edition))
    return result->state == projections::ResultState::Provisional ? "Lista provisória publicada"
                                                                  : "Resultados publicados";
  const auto phase = regulation::phase_at(calendar, now);
  if (phase == regulation::Phase::Announced) return "Abre em " + day_in_words(calendar.opens);
  if (phase == regulation::Phase::Applications) return "Candidaturas abertas";
  return "Em avaliação";
}

namespace {

std::string promised(const std::optional<std::int64_t>& days, std::string_view list) {
  if (!days) return "";
  return fmt::format(" ({}, pelo menos, depois da {})",
                     counted(static_cast<std::size_t>(*days), "dia útil", "dias úteis"), list);
}

/// Who reads a deadline that was put off reads since when, from when, and why.
std::string in_words(const std::vector<projections::Extension>& extensions) {
  std::string words;
  for (const auto& extension : extensions)
    words += fmt::format(" (prolongado em {}; era {}; {})", day_in_words(extension.at),
                         moment_in_words(extension.before), extension.reason);
  return words;
}

}  // namespace

std::vector<Moment> calendar_of(const projections::EditionRow& edition, const core::Instant& now) {
  const auto& calendar = edition.calendar;
  const auto moment = [&](const std::string& label, const core::Instant& at) {
    return Moment{label, moment_in_words(at), at.text(), !core::in_time(now, at)};
  };
  return {
      moment("Abertura das candidaturas", calendar.opens),
      moment("Fim das candidaturas" + in_words(edition.extensions), calendar.submission_deadline),
      moment("Fim da avaliação" + in_words(edition.scoring_extensions), calendar.scoring_deadline),
      moment("Resultados, a partir de", calendar.results),
      moment("Fim da audiência dos interessados" +
                 promised(calendar.hearing_days, "lista provisória") +
                 in_words(edition.hearing_extensions),
             calendar.hearing_deadline),
      moment("Fim das reclamações" + promised(calendar.complaint_days, "lista definitiva") +
                 in_words(edition.complaints_extensions),
             calendar.complaints_deadline)};
}

std::string edition_href(const core::EditionId& edition) {
  return "/edicoes/" + edition.text();
}

std::string results_href(const core::EditionId& edition) {
  return edition_href(edition) + "/resultados";
}

Surroundings surroundings(Application& app) {
  Surroundings around;
  around.demonstration =
      std::ranges::any_of(projections::all_editions(*app.views().view("editions")),
                          &projections::EditionRow::demonstration);
  if (const auto edition = current_edition(app))
    around.edition_href = edition_href(edition->edition);
  if (const auto edition = newest_with_results(app))
    around.results_href = results_href(edition->edition);
  return around;
}

}  // namespace server::site
