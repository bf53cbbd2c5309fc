#include "eventstore/person_keys.hpp"

#include <gtest/gtest.h>

#include <set>

#include "eventstore/hash.hpp"
#include "eventstore/sealing.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/support.hpp"
#include "tests/support/files_holding.hpp"

namespace eventstore::testing {
namespace {

using Names = std::set<std::string>;

PersonKey key_of(unsigned char byte) {
  PersonKey key{};
  key.fill(byte);
  return key;
}

const KeyRing two{{"ana", key_of(1)}, {"rui", key_of(2)}};
const KeyRing without_ana{{"ana", std::nullopt}, {"rui", key_of(2)}};

Names names_in(const std::filesystem::path& folder) {
  Names names;
  for (const auto& entry : std::filesystem::directory_iterator(folder))
    names.insert(entry.path().filename());
  return names;
}

TEST(Sealing, OpensWithTheSameKeyAndContextAlone) {
  SystemEntropy entropy;
  const auto sealed = seal("Ana Silva", key_of(1), "event/name", entropy);
  EXPECT_EQ(unseal(sealed, key_of(1), "event/name"), "Ana Silva");
  EXPECT_EQ(unseal(sealed, key_of(2), "event/name"), std::nullopt);
  EXPECT_EQ(unseal(sealed, key_of(1), "event/email"), std::nullopt);
  EXPECT_EQ(unseal("", key_of(1), "event/name"), std::nullopt);
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    auto changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 0x01);
    EXPECT_EQ(unseal(changed, key_of(1), "event/name"), std::nullopt) << i;
  }
}

TEST(Sealing, TheSameWordsAreNeverSealedAlike) {
  SystemEntropy entropy;
  EXPECT_NE(seal("Ana", key_of(1), "", entropy), seal("Ana", key_of(1), "", entropy));
  EXPECT_EQ(unseal(seal("", key_of(1), "", entropy), key_of(1), ""), "");
}

/// draft-irtf-cfrg-xchacha-03, appendix A.3.1.
TEST(Sealing, IsXChaCha20Poly1305) {
  PersonKey key{};
  for (std::size_t i = 0; i < key.size(); ++i) key.at(i) = static_cast<unsigned char>(0x80 + i);
  std::string sealed;
  for (int octet = 0x40; octet < 0x58; ++octet) sealed += static_cast<char>(octet);
  sealed += from_base64(
                "vW0XnT6D1DuVdleUk8DpOVcqFwAlK/rMvtKQLCE5bLtzHH8bC0qmRAvzqC9O2n45rmTGcIxU"
                "whbLlrcuEhO0Ui+Mm6QNtdlFsRtpuYLBu54/P6wrw2lIj3ayODVl0//5IflmTJdjfal2iBL2"
                "FcaLE7UuwIdZJMHHmHlH3q/YeArPSQ==")
                .value();
  const std::string context("PQRS\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7");
  EXPECT_EQ(unseal(sealed, key, context),
            "Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the "
            "future, sunscreen would be it.");
}

class KeyFolderTest : public ::testing::Test {
 protected:
  KeyFolder open() { return KeyFolder::open(path(), entropy_).value(); }
  [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "person-keys"; }

  TemporaryFolder folder_;
  CountingEntropy entropy_;
};

TEST_F(KeyFolderTest, KeepsWhatIsAddedAndWhatIsReplaced) {
  EXPECT_TRUE(open().read().value().empty());
  EXPECT_TRUE(open().add({{"ana", key_of(1)}}));
  EXPECT_TRUE(open().add({{"rui", key_of(2)}}));
  EXPECT_EQ(open().read().value(), two);
  EXPECT_TRUE(open().replace(without_ana));
  EXPECT_EQ(open().read().value(), without_ana);
}

TEST_F(KeyFolderTest, NoKeyLiesOpen) {
  EXPECT_TRUE(open().add(two));
  EXPECT_TRUE(testing_support::files_holding(path(), view_of(key_of(1))).empty());
  EXPECT_TRUE(open().replace(two));
  EXPECT_TRUE(testing_support::files_holding(path(), view_of(key_of(1))).empty());
}

TEST_F(KeyFolderTest, ManyAddedOneByOneStayFewFiles) {
  auto keys = open();
  KeyRing all;
  for (int i = 0; i < 300; ++i) {
    const KeyRing one{{"person-" + std::to_string(i), key_of(static_cast<unsigned char>(i))}};
    ASSERT_TRUE(keys.add(one));
    all.insert(one.begin(), one.end());
  }
  EXPECT_LE(names_in(path()).size(), 3U);
  EXPECT_EQ(open().read().value(), all);
}

TEST_F(KeyFolderTest, FilesAreTheOwnersAlone) {
  EXPECT_TRUE(open().add(two));
  using std::filesystem::perms;
  for (const auto& entry : std::filesystem::directory_iterator(path()))
    EXPECT_EQ(entry.status().permissions(), perms::owner_read | perms::owner_write);
  EXPECT_EQ(std::filesystem::status(path()).permissions(), perms::owner_all);
}

TEST_F(KeyFolderTest, ADamagedFileIsRefused) {
  EXPECT_TRUE(open().replace(two));
  for (const auto& name : names_in(path())) {
    const auto sound = bytes_of(path() / name);
    for (std::size_t at = 0; at < sound.size(); at += 5) {
      flip_byte(path() / name, at);
      const auto opened = KeyFolder::open(path(), entropy_);
      const auto ring = opened ? opened->read() : core::fail(opened.error());
      EXPECT_EQ(code_of(ring), "store-damaged") << name << " " << at;
      write_bytes(path() / name, sound);
    }
  }
}

/// Every order in which a power loss may leave the files of a change on the disk, as far as each
/// step waits for the one before it.
TEST_F(KeyFolderTest, ACrashWhileKeysAreDestroyedLeavesTheStateBeforeOrAfter) {
  EXPECT_TRUE(open().replace({}));  // so that generations have two digits apart
  EXPECT_TRUE(open().add(two));
  const auto before = folder_.path() / "before";
  const auto after = folder_.path() / "after";
  copy_store(path(), before);
  EXPECT_TRUE(open().replace(without_ana));
  copy_store(path(), after);
  const auto crash = [&](const Names& old, const Names& fresh, const KeyRing& expected) {
    std::filesystem::remove_all(path());
    std::filesystem::create_directory(path());
    for (const auto& name : old) std::filesystem::copy(before / name, path() / name);
    for (const auto& name : fresh) std::filesystem::copy(after / name, path() / name);
    EXPECT_EQ(open().read().value(), expected);
    EXPECT_EQ(names_in(path()), expected == two ? names_in(before) : names_in(after));
  };
  const auto old = names_in(before);
  crash(old, {}, two);
  crash(old, {"wrapping-key.3"}, two);
  write_bytes(after / "keys.3.new", "half");
  crash(old, {"wrapping-key.3", "keys.3.new"}, two);
  std::filesystem::remove(after / "keys.3.new");
  crash(old, names_in(after), without_ana);
  for (const auto& gone : old) {
    auto left = old;
    left.erase(gone);
    crash(left, names_in(after), without_ana);
  }
  write_bytes(before / "wrapping-key.2", std::string(32, '\0'));
  crash(old, names_in(after), without_ana);
}

class PersonKeysTest : public KeyFolderTest {
 protected:
  std::unique_ptr<PersonKeys> open_keys(const Erasures& erased = {}) {
    return PersonKeys::open(path(), erased, entropy_).value();
  }
  static StoredEvent sealed(PersonKeys& keys, const std::string& person) {
    StoredEvent event;
    event.id.fill(7);
    event.personal.push_back(keys.seal({person, "name", "words of " + person}, event.id));
    EXPECT_TRUE(keys.keep());
    return event;
  }
  static std::optional<std::string> opened(const PersonKeys& keys, StoredEvent event) {
    EXPECT_TRUE(keys.open(event));
    return event.personal.at(0).plain;
  }
};

TEST_F(PersonKeysTest, WordsAreReadUntilTheirPersonIsErased) {
  auto keys = open_keys();
  const auto ana = sealed(*keys, "ana");
  const auto rui = sealed(*keys, "rui");
  keys = open_keys();
  EXPECT_EQ(opened(*keys, ana), "words of ana");
  EXPECT_TRUE(keys->erase({{"ana", 9}}));
  EXPECT_EQ(keys->last_erasure(), 9U);
  for (const bool again : {false, true}) {
    if (again) keys = open_keys();
    EXPECT_EQ(opened(*keys, ana), std::nullopt);
    EXPECT_EQ(opened(*keys, rui), "words of rui");
    EXPECT_TRUE(keys->knows("ana"));
  }
}

TEST_F(PersonKeysTest, NothingMoreIsSealedForTheErased) {
  auto keys = open_keys();
  (void)sealed(*keys, "ana");
  EXPECT_TRUE(keys->erase({{"ana", 9}}));
  const auto later = sealed(*keys, "ana");
  EXPECT_EQ(later.personal.at(0).sealed, "");
  EXPECT_EQ(opened(*keys, later), std::nullopt);
}

TEST_F(PersonKeysTest, KeysPutBackFromAnEarlierCopyAreDestroyedAgain) {
  auto keys = open_keys();
  const auto ana = sealed(*keys, "ana");
  const auto copy = folder_.path() / "copy";
  copy_store(path(), copy);
  EXPECT_TRUE(keys->erase({{"ana", 9}}));
  std::filesystem::remove_all(path());
  copy_store(copy, path());
  EXPECT_EQ(opened(*open_keys({{"ana", 9}}), ana), std::nullopt);
  EXPECT_EQ(opened(*open_keys(), ana), std::nullopt);
}

TEST_F(PersonKeysTest, AMissingKeyIsDamageAndNoErasure) {
  auto keys = open_keys();
  auto ana = sealed(*keys, "ana");
  std::filesystem::remove_all(path());
  EXPECT_EQ(code_of(open_keys()->open(ana)), "store-damaged");
}

TEST_F(PersonKeysTest, AnErasureUnderAnotherWrappingKeyLeavesNothingOfTheOldOne) {
  auto keys = open_keys();
  (void)sealed(*keys, "ana");
  const auto wrapping = bytes_of(path() / "wrapping-key.1");
  ASSERT_EQ(wrapping.size(), 32U);
  EXPECT_TRUE(keys->erase({{"ana", 9}}));
  EXPECT_TRUE(testing_support::files_holding(path(), wrapping).empty());
  EXPECT_EQ(names_in(path()), (Names{"keys.2", "wrapping-key.2"}));
}

}  // namespace
}  // namespace eventstore::testing
