#include <gtest/gtest.h>

#include "projections/ties.hpp"
#include "server/print/minutes_parts.hpp"
#include "server/site/regulation_words.hpp"
#include "tests/support/regulations.hpp"

namespace {

projections::Tie tie_of_alijo_and_mora() {
  projections::Tie tie;
  tie.first.name = "Alijó";
  tie.second.name = "Mora";
  return tie;
}

TEST(TiesInWords, SayWhoIsAheadAndWhatPartedThem) {
  auto tie = tie_of_alijo_and_mora();
  EXPECT_EQ(server::site::tie_in_words(tie),
            "Alijó fica à frente de Mora pelo desempate do regulamento.");
  tie.parted = awards::Reason{"pela secção III: 90,00 contra 80,00", ""};
  EXPECT_EQ(server::site::tie_in_words(tie),
            "Alijó fica à frente de Mora pela secção III: 90,00 contra 80,00.");
  tie = tie_of_alijo_and_mora();
  tie.shared = true;
  EXPECT_EQ(server::site::tie_in_words(tie),
            "Alijó e Mora ficam iguais em todos os passos do desempate e partilham o lugar.");
}

TEST(MinutesParts, TellTiesAndChangesAfterSealing) {
  projections::Minutes minutes;
  for (const auto* name : {"Alijó", "Mora"}) {
    projections::NamedResult named;
    named.entity.name = name;
    named.result.rank = 1;
    named.result.points = awards::PublishedPoints{"82.50", "165/2"};
    minutes.result.dossiers.push_back(named);
  }
  minutes.result.draw_seed = "Bola azul";
  projections::ChangeAfterSealing change;
  change.entity.name = "Alijó";
  change.at = core::Instant::parse("2021-09-10T09:30:00Z").value();
  change.reason = "Contei mal.";
  minutes.changed = {change};
  const auto parts = server::print::minutes_parts(minutes, testing_support::small_regulation());
  ASSERT_EQ(parts.size(), 2U);
  EXPECT_EQ(parts[1].part_title, "Avaliações alteradas depois de seladas");
  EXPECT_EQ(parts[1].items.at(0).named, "Alijó, em 10 de setembro de 2021, 10:30");
  EXPECT_EQ(parts[1].items.at(0).reason_text, "Contei mal.");
  EXPECT_EQ(parts[0].part_title, "Empates");
  ASSERT_EQ(parts[0].items.size(), 2U);
  EXPECT_EQ(parts[0].items[0].named,
            "Município, com 82,50 pontos: Alijó e Mora ficam iguais em todos os passos do "
            "desempate e partilham o lugar.");
  EXPECT_EQ(parts[0].items[1].named, "Semente do sorteio público: «Bola azul».");
}

}  // namespace
