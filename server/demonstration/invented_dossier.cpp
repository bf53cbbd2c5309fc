#include "server/demonstration/invented_dossier.hpp"

#include "server/demonstration/chance.hpp"

namespace server {
namespace {

using namespace dossiers;

constexpr auto invented = " Registo inventado para a demonstração.";

core::Date day_after(const core::Date& day, std::int64_t days) {
  return core::Date(std::chrono::sys_days(day.day()) + std::chrono::days(days));
}

/// Writes one record after the other.
class Author {
 public:
  Author(const core::DossierId& dossier, const entities::Profile& entity, const core::Period& time,
         const Words& words)
      : dossier_(dossier),
        entity_(entity),
        time_(time),
        words_(words),
        chance_("dossier " + entity.code.text()),
        days_((std::chrono::sys_days(time.last.day()) - std::chrono::sys_days(time.first.day()))
                  .count()) {}

  std::vector<AddRecord> write() {
    const auto first = static_cast<std::size_t>(chance_.between(0, std::ssize(words_.themes) - 1));
    const std::size_t step = 1 + static_cast<std::size_t>(chance_.between(0, 2));
    const std::size_t themes = is_municipality() ? 3 : 2;
    for (std::size_t i = 0; i < themes; ++i)
      write_theme(words_.themes[(first + i * step) % words_.themes.size()], i == 0);
    if (prints(entity_.code)) add("impresso", printed(words_.themes[first]));
    return std::move(records_);
  }

 private:
  [[nodiscard]] bool is_municipality() const {
    return entity_.category == regulation::Category::Municipio;
  }
  [[nodiscard]] std::string executive() const {
    return (is_municipality() ? "Câmara Municipal: " : "Junta de Freguesia: ") +
           entity_.display_name;
  }

  void write_theme(const ThemeWords& theme, bool main) {
    if (main) {
      add("diagnostico", diagnosis(theme));
      add("orientacao", orientation(theme));
    }
    for (const auto& words : theme.programmes) add("programa", programme(theme, words));
    add("atividade", activity(theme, chance_.of(theme.activities)));
    if (main || is_municipality()) {
      add("apoio", support(theme));
      add("parceria", partnership(theme));
      add("pagina", link(theme));
    }
  }

  void add(const std::string& name, DossierRecord record) {
    records_.push_back({dossier_, core::RecordId(name + "-" + std::to_string(records_.size() + 1)),
                        std::move(record)});
  }

  core::Date day() { return day_after(time_.first, chance_.between(30, days_ - 30)); }
  core::Period some_months() {
    const auto first = chance_.between(30, days_ - 400);
    return {day_after(time_.first, first),
            day_after(time_.first, first + chance_.between(90, 360))};
  }
  std::int64_t people() { return chance_.between(12, is_municipality() ? 900 : 120); }

  Diagnosis diagnosis(const ThemeWords& theme) {
    const auto& [title, description, method, participation] = theme.diagnosis;
    Diagnosis record;
    record.title = title;
    record.theme = theme.theme;
    record.instrument =
        is_municipality() ? DiagnosisInstrument::DiagnosticoSocial : DiagnosisInstrument::Survey;
    record.description = description + invented;
    record.period = some_months();
    record.method = method;
    record.participation = participation;
    return record;
  }

  Orientation orientation(const ThemeWords& theme) {
    Orientation record;
    record.title = theme.plan.domain + ": plano de ação";
    record.theme = theme.theme;
    record.instrument = OrientationInstrument::PlanoDeAcao;
    record.description = theme.plan.objective + invented;
    record.period = {day_after(time_.first, 200), time_.last};
    record.domains = {{1, theme.plan.domain, theme.plan.objective, theme.plan.axes}};
    record.alignments = {{Framework::Portugal2030, "As pessoas primeiro"}};
    return record;
  }

  Programme programme(const ThemeWords& theme, const ProgrammeWords& words) {
    Programme record;
    record.title = words.title;
    record.theme = theme.theme;
    record.description = words.description + invented;
    record.target_group = words.target_group;
    record.period = some_months();
    record.state = chance_.one_in(3) ? ProgrammeState::Finished : ProgrammeState::Running;
    record.budget = core::Money{chance_.between(8, is_municipality() ? 900 : 90) * 100'000};
    record.staff = chance_.between(1, 6);
    record.people_reached = people();
    record.results = words.results;
    record.responsible_partners = {executive(), theme.partnership.partner};
    record.indicators = {{words.indicator, people()}};
    record.good_practice = chance_.one_in(5);
    return record;
  }

  Activity activity(const ThemeWords& theme, const ActivityWords& words) {
    Activity record;
    record.title = words.title;
    record.theme = theme.theme;
    record.description = words.description + invented;
    const auto when = day();
    record.period = {when, when};
    record.place = entity_.display_name;
    record.audience = words.audience;
    record.participants = people();
    record.responsible_partners = {executive()};
    return record;
  }

  Support support(const ThemeWords& theme) {
    Support record;
    record.beneficiary = theme.support.beneficiary;
    record.beneficiary_nipc = chance_.of(words_.nipcs);
    record.theme = theme.theme;
    record.form = SupportForm::Financial;
    record.amount = core::Money{chance_.between(2, 80) * 25'000};
    record.date = day();
    record.purpose = theme.support.purpose + invented;
    return record;
  }

  Partnership partnership(const ThemeWords& theme) {
    Partnership record;
    record.partner = theme.partnership.partner;
    record.theme = theme.theme;
    record.date = day();
    record.purpose = theme.partnership.purpose + invented;
    record.contributions = theme.partnership.contributions;
    record.results = {{theme.partnership.indicator, people(), time_.last}};
    return record;
  }

  Link link(const ThemeWords& theme) {
    Link record;
    record.title = theme.link;
    record.theme = theme.theme;
    record.url = "https://example.org/demonstracao/" + entity_.code.text();
    record.date = day();
    return record;
  }

  PrintedMatter printed(const ThemeWords& theme) {
    PrintedMatter record;
    record.title = theme.printed.title;
    record.theme = theme.theme;
    record.date = day();
    record.print_run = chance_.between(2, 40) * 50;
    record.distribution = theme.printed.distribution + invented;
    return record;
  }

  const core::DossierId& dossier_;
  const entities::Profile& entity_;
  const core::Period& time_;
  const Words& words_;
  Chance chance_;
  std::int64_t days_;  ///< of it
  std::vector<AddRecord> records_;
};

}  // namespace

bool prints(const core::EntityCode& entity) {
  return !Chance("printed " + entity.text()).one_in(4);
}

std::vector<AddRecord> invented_dossier(const core::DossierId& dossier,
                                        const entities::Profile& entity, const core::Period& time,
                                        const Words& words) {
  return Author(dossier, entity, time, words).write();
}

}  // namespace server
