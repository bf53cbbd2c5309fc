#include <gtest/gtest.h>

#include <algorithm>

#include "domain/core/ids.hpp"
#include "json/event_codec.hpp"
#include "json/json.hpp"

/// An event with a past: a prize whose giver had one name, of which there were halves, and of whose
/// ceremony nobody spoke.
namespace {

struct Whole {
  static constexpr std::string_view kind = "whole";
  NO_FIELDS()
};
struct Part {
  static constexpr std::string_view kind = "part";
  std::int64_t percent = 0;
  std::string purpose;
  FIELDS(percent, purpose)
};

struct PrizeGiven {
  static constexpr std::string_view name = "prize-given";
  static constexpr int version = 3;
  core::AccountId winner;
  std::string first_name;
  std::string last_name;
  std::vector<std::variant<Whole, Part>> shares;
  std::optional<std::string> note;
  bool public_ceremony = false;
  FIELDS(winner, first_name, last_name, shares, note, public_ceremony)
};

struct PrizeLost {
  static constexpr std::string_view name = "prize-lost";
  core::AccountId winner;
  FIELDS(winner)
};

/// v1 -> v2: "account" becomes "winner"; "giver" parts into two names.
void name_both(json::Payload& payload) {
  payload.rename("account", "winner");
  const auto giver = payload.text("giver");
  if (!giver) return;
  const auto space = std::min(giver->find(' '), giver->size());
  payload.put_text("first_name", giver->substr(0, space));
  payload.put_text("last_name", giver->substr(std::min(space + 1, giver->size())));
  payload.remove("giver");
}

/// v2 -> v3: the ceremony is public; a share of kind "half" is a part with a percentage.
void open_ceremony(json::Payload& payload) {
  payload.put_json("public_ceremony", "true");
  payload.within("shares", [](json::Payload& share) {
    if (share.text("kind") != "half") return;
    share.put_text("kind", "part");
    share.put_json("percent", "50");
    share.put_text("purpose", "");
  });
}

const std::vector<const core::RecordType*> types = {&core::record_type<PrizeGiven>,
                                                    &core::record_type<PrizeLost>};
const json::Upcaster first{"prize-given", 1, name_both};
const json::Upcaster second{"prize-given", 2, open_ceremony};

json::EventCodec codec() {
  return json::EventCodec::make(types, std::vector{first, second}).value();
}

/// What an event of that version reads as today.
std::string today(int version, std::string_view payload) {
  const auto event = codec().decode("prize-given", version, payload);
  return event ? json::write(*event) : event.error().code + " " + event.error().field;
}

core::Error refusal(const std::vector<json::Upcaster>& upcasters) {
  const auto made = json::EventCodec::make(types, upcasters);
  EXPECT_FALSE(made.has_value());
  return made ? core::Error{} : made.error();
}

constexpr std::string_view newest =
    R"({"winner":"ana","first_name":"Maria","last_name":"da Luz Vaz","shares":[)"
    R"({"kind":"whole"},{"kind":"part","percent":50,"purpose":""}],"note":"Sim.",)"
    R"("public_ceremony":true})";

TEST(Upcasting, BringsTheOldestVersionThroughEveryStep) {
  EXPECT_EQ(today(1, R"({"account":"ana","giver":"Maria da Luz Vaz","shares":[)"
                     R"({"kind":"whole"},{"kind":"half"}],"note":"Sim."})"),
            newest);
}

TEST(Upcasting, BeginsAtTheVersionOfTheEvent) {
  EXPECT_EQ(today(2, R"({"winner":"ana","first_name":"Maria","last_name":"da Luz Vaz","shares":[)"
                     R"({"kind":"whole"},{"kind":"half"}],"note":"Sim."})"),
            newest);
}

TEST(Upcasting, LeavesTheNewestVersionAsItStands) {
  EXPECT_EQ(today(3, newest), newest);
}

TEST(Upcasting, KeepsWhatTheStepsDoNotSpeakOf) {
  EXPECT_EQ(today(2, R"({"winner":"ana","first_name":"É \"M\"","last_name":"","shares":[)"
                     R"({"kind":"part","percent":-9007199254740993,"purpose":"x"}]})"),
            R"({"winner":"ana","first_name":"É \"M\"","last_name":"","shares":[)"
            R"({"kind":"part","percent":-9007199254740993,"purpose":"x"}],)"
            R"("public_ceremony":true})");
}

TEST(Upcasting, NamesWhatAnOldPayloadLacks) {
  EXPECT_EQ(today(1, R"({"account":"ana","shares":[]})"), "missing-field first_name");
  EXPECT_EQ(today(1, R"({"giver":7,"shares":3})"), "missing-field winner");
  EXPECT_EQ(today(1, "{}"), "missing-field winner");
}

TEST(Upcasting, RefusesOldPayloadsThatAreNoObject) {
  EXPECT_EQ(today(1, "{"), "invalid-json ");
  EXPECT_EQ(today(1, "[]"), "wrong-type ");
  EXPECT_EQ(today(1, "\"\xff\""), "invalid-json ");
  EXPECT_EQ(today(1, std::string(100'000, '[')), "invalid-json ");
}

TEST(Upcasting, DoesNotKnowVersionsBeforeTheFirstOrAfterTheNewest) {
  for (const int version : {-1, 0, 4}) EXPECT_EQ(today(version, newest), "unknown-event ");
  EXPECT_EQ(codec().decode("prize-stolen", 1, "{}").error().code, "unknown-event");
}

TEST(Upcasting, RefusesAGapInTheChainByItsEventAndVersion) {
  const auto no_second = refusal({first});
  EXPECT_EQ(no_second.code, "upcaster-missing");
  EXPECT_EQ(no_second.field, "prize-given");
  EXPECT_EQ(no_second.en, "There is no step prize-given v2 → v3.");
  EXPECT_EQ(refusal({second}).en, "There is no step prize-given v1 → v2.");
  EXPECT_EQ(refusal({}).en, "There is no step prize-given v1 → v2.");
}

TEST(Upcasting, RefusesStepsThatHaveNoPlace) {
  const std::vector<json::Upcaster> misplaced = {{"prize-given", 3, name_both},
                                                 {"prize-given", 0, name_both},
                                                 {"prize-given", 1, name_both},
                                                 {"prize-lost", 1, name_both},
                                                 {"prize-stolen", 1, name_both}};
  for (const auto& upcaster : misplaced) {
    const auto error = refusal({first, second, upcaster});
    EXPECT_EQ(error.code, "upcaster-superfluous") << upcaster.event << upcaster.from;
    EXPECT_EQ(error.field, upcaster.event);
  }
}

}  // namespace
