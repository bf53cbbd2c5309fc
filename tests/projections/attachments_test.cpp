#include "projections/attachments.hpp"

#include "domain/dossiers/dossier_events.hpp"
#include "tests/domain/dossier_samples.hpp"
#include "tests/projections/world.hpp"

namespace {

using namespace dossier_samples;
using namespace testing_support;

struct AttachmentRows : testing::Test {
  World world;
  const core::AttachmentId ata{"a1"};
  const dossiers::DossierRecordRemoved removed{dossier, first};
  const dossiers::DossierRecordRestored restored{dossier, first, 1, diagnosis()};

  void SetUp() override {
    happen({started(), added("r1", diagnosis()), attached("a1", "r1"), added("r2", link()),
            attached("a2", "r2")});
  }
  void happen(const std::vector<core::Event>& events) { world.happens(dossier.text(), events); }
  std::vector<std::string> shown() {
    std::vector<std::string> ids;
    for (const auto& row : projections::attachments_of(*world.seen().view("attachments"), dossier))
      ids.push_back(row.attachment.text());
    return ids;
  }
  bool is_found() {
    return projections::find_attachment(*world.seen().view("attachments"), dossier, ata)
        .has_value();
  }
};

using Ids = std::vector<std::string>;

TEST_F(AttachmentRows, StandByTheirRecord) {
  happen({attached("a0", "r2")});
  EXPECT_EQ(shown(), (Ids{"a1", "a0", "a2"}));
  EXPECT_TRUE(is_found());
}

TEST_F(AttachmentRows, GoAndComeBackWithTheirRecord) {
  happen({removed});
  EXPECT_EQ(shown(), (Ids{"a2"}));
  EXPECT_FALSE(is_found());
  happen({restored});
  EXPECT_EQ(shown(), (Ids{"a1", "a2"}));
  EXPECT_TRUE(is_found());
}

TEST_F(AttachmentRows, DoNotPassToANewRecordOfTheSameName) {
  happen({removed, added("r1", link()), attached("a3", "r1")});
  EXPECT_EQ(shown(), (Ids{"a3", "a2"}));
  EXPECT_FALSE(is_found());
  happen({removed, restored});
  EXPECT_EQ(shown(), (Ids{"a3", "a2"}));
}

TEST_F(AttachmentRows, NameTheContentOfWhatWasRemoved) {
  happen({removed});
  EXPECT_EQ(projections::contents_named(*world.seen().view("attachments")),
            (std::set<std::string>{stored_file().sha256, stored_file().anonymous_sha256}));
}

}  // namespace
