#include <gtest/gtest.h>

#include "domain/dossiers/link_checks.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/support/given_when_then.hpp"

namespace {

using namespace dossiers;
using namespace dossier_samples;

const core::RecordId page("pagina");
constexpr auto now = "2021-05-03T09:00:00Z";
const NoteLink answered{dossier, page, "https://www.cm-alijo.pt/", true, 200};

testing_support::Scenario noting(std::set<core::RecordId> records) {
  auto scenario = testing_support::given(link_checks_type(), {});
  facts::Dossier fact;
  fact.id = dossier;
  fact.records = std::move(records);
  scenario.as(person("ana")).at(now).knowing(fact);
  return scenario;
}

TEST(DossierLinks, KeepWhatCameBackAndWhen) {
  noting({page}).when(answered).then(
      {LinkChecked{dossier, page, answered.url, true, 200, core::Instant::parse(now).value()}});
}

TEST(DossierLinks, AreThoseOfRecordsThatAreThere) {
  noting({}).when(answered).is_refused("unknown-record");
}

}  // namespace
