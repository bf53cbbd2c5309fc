#include <gtest/gtest.h>

#include "domain/core/ids.hpp"
#include "json/event_codec.hpp"
#include "json/json.hpp"

namespace {

struct Somebody {
  core::Personal name;
  std::optional<core::Personal> email;
  FIELDS(name, email)
};

struct Met {
  static constexpr std::string_view name = "met";
  std::string place;
  std::vector<Somebody> people;
  core::Personal note;
  FIELDS(place, people, note)

  [[nodiscard]] core::PersonId person() const { return core::PersonId("ana"); }
};

Met met() {
  return {"Alijó", {{"Ana", std::nullopt}, {"Rui", "rui@example.pt"}}, "Uma nota."};
}

constexpr std::string_view whole =
    R"({"place":"Alijó","people":[{"name":"Ana"},{"name":"Rui","email":"rui@example.pt"}],)"
    R"("note":"Uma nota."})";
constexpr std::string_view apart =
    R"({"place":"Alijó","people":[{"name":0},{"name":1,"email":2}],"note":3})";

TEST(PersonalFields, AreTextsLikeAnyOther) {
  EXPECT_EQ(json::write(met()), whole);
  EXPECT_EQ(json::read<Met>(whole)->people.at(1).email->text(), "rui@example.pt");
  struct Plain {
    std::string name;
    FIELDS(name)
  };
  struct Marked {
    core::Personal name;
    FIELDS(name)
  };
  EXPECT_EQ(json::schema<Marked>(), json::schema<Plain>());
}

TEST(PersonalFields, AreSetApartWithTheirPaths) {
  std::vector<json::PersonalText> personal;
  EXPECT_EQ(json::write_apart(met(), personal), apart);
  std::map<std::string, std::string> found;
  for (const auto& [path, text] : personal) found[path] = text;
  EXPECT_EQ(found, (std::map<std::string, std::string>{{"people[0].name", "Ana"},
                                                       {"people[1].name", "Rui"},
                                                       {"people[1].email", "rui@example.pt"},
                                                       {"note", "Uma nota."}}));
}

TEST(PersonalFields, ArePutBackByTheCodec) {
  const std::vector<const core::RecordType*> types{&core::record_type<Met>};
  const auto codec = json::EventCodec::make(types, {}).value();
  const std::vector<core::Personal> personal{"Ana", "Rui", core::Personal::erased(), "Uma nota."};
  const auto event = codec.decode("met", 1, apart, personal);
  ASSERT_TRUE(event) << event.error().en;
  EXPECT_EQ(event->get<Met>().people.at(1).name.text(), "Rui");
  EXPECT_TRUE(event->get<Met>().people.at(1).email->is_erased());
  EXPECT_TRUE(codec.decode("met", 1, whole)) << "what an older program wrote in the open is read";
}

TEST(PersonalFields, CannotBeANumberThatNamesNoWords) {
  const auto read = json::read<Met>(apart);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().code, "wrong-type");
  EXPECT_EQ(read.error().field, "people[0].name");
}

}  // namespace
