#include "eventstore/checkpoint.hpp"

#include <gtest/gtest.h>

#include "eventstore/hash.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

using merkle::TreeHead;

/// The example of the signed-note format's first implementation.
constexpr std::string_view known_key =
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
constexpr std::string_view known_secret =
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n";
constexpr std::string_view known_text =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";
constexpr std::string_view known_signature =
    "\u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdng"
    "otpRZb6KE6RyyBwJnAM=\n";

std::string known_note() {
  return std::string(known_text) + "\n" + std::string(known_signature);
}

TEST(SignedNote, TheKnownOneOpensWithItsKey) {
  const auto verifier = LogVerifier::parse(known_key, "key").value();
  EXPECT_EQ(verifier.open_note(known_note()), known_text);
  EXPECT_EQ(verifier.text(), known_key);
}

TEST(SignedNote, TheKnownKeySignsIt) {
  const TemporaryFolder folder;
  CountingEntropy entropy;
  write_bytes(folder.path() / "key", known_secret);
  const auto key = LogKey::open(folder.path() / "key", "ignored", entropy).value();
  EXPECT_EQ(key.verifier().text(), known_key);
  EXPECT_EQ(key.sign_note(known_text), known_note());
}

TEST(SignedNote, OpensWithNoCharacterChanged) {
  const auto verifier = LogVerifier::parse(known_key, "key").value();
  for (std::size_t i = 0; i < known_note().size(); ++i) {
    auto note = known_note();
    note[i] = static_cast<char>(note[i] ^ 0x01);
    EXPECT_EQ(verifier.open_note(note), std::nullopt) << i;
    EXPECT_EQ(verifier.open_note(known_note().substr(0, i)), std::nullopt) << i;
  }
  EXPECT_EQ(verifier.open_note(known_note() + std::string(known_signature)), std::nullopt);
}

TEST(LogKey, IsNoKeyWithACharacterChanged) {
  EXPECT_TRUE(LogVerifier::parse(std::string(known_key) + "\n", "key"));
  for (std::size_t i = 0; i < known_key.size(); ++i) {
    std::string key(known_key);
    key[i] = static_cast<char>(key[i] ^ 0x01);
    EXPECT_EQ(code_of(LogVerifier::parse(key, "key")), "log-key-invalid") << i;
  }
  EXPECT_EQ(LogVerifier::parse("", "--key").error().field, "--key");
}

TEST(LogKey, IsMadeOnceAndForItsOwnerOnly) {
  const TemporaryFolder folder;
  CountingEntropy entropy;
  const auto file = folder.path() / "key";
  const auto made = LogKey::open(file, "example.pt/log", entropy).value();
  EXPECT_TRUE(made.verifier().name().starts_with("example.pt/log/"));
  EXPECT_EQ(std::filesystem::status(file).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto again = LogKey::open(file, "example.pt/other", entropy).value();
  EXPECT_EQ(again.verifier().text(), made.verifier().text());
  EXPECT_EQ(again.sign_note("text\n"), made.sign_note("text\n"));
}

TEST(LogKey, AFileThatHoldsNoneIsRefused) {
  const TemporaryFolder folder;
  CountingEntropy entropy;
  write_bytes(folder.path() / "key", known_key);
  EXPECT_EQ(code_of(LogKey::open(folder.path() / "key", "log", entropy)), "log-key-invalid");
}

TEST(Checkpoint, IsWrittenAsItsFormatSays) {
  CountingEntropy entropy;
  const auto key = LogKey::make("example.pt/log", entropy);
  const auto note = sign_checkpoint(key, {20852163, digest(0)});
  EXPECT_TRUE(note.starts_with(key.verifier().name() + "\n20852163\n" +
                               "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n\n\u2014 "));
}

TEST(Checkpoint, OpensAsWhatWasSigned) {
  CountingEntropy entropy;
  const auto key = LogKey::make("log", entropy);
  for (const std::uint64_t size : {std::uint64_t{0}, std::uint64_t{7}, ~std::uint64_t{0}}) {
    const TreeHead head{size, digest(9)};
    EXPECT_EQ(open_checkpoint(key.verifier(), sign_checkpoint(key, head)), head);
  }
}

TEST(Checkpoint, AnythingElseThatTheKeySignedIsNone) {
  CountingEntropy entropy;
  const auto key = LogKey::make("log", entropy);
  const auto name = key.verifier().name();
  const auto root = to_base64(view_of(digest(9)));
  for (const auto& text :
       {name + "\n07\n" + root + "\n", name + "\n7\n" + root + "\nmore\n", name + "\n7\n",
        name + "\n-7\n" + root + "\n", name + "\n\n" + root + "\n", "other\n7\n" + root + "\n",
        name + "\n7\nAAAA\n", name + "\n18446744073709551616\n" + root + "\n"})
    EXPECT_EQ(open_checkpoint(key.verifier(), key.sign_note(text)), std::nullopt) << text;
}

TEST(Checkpoint, OfAnotherLogIsNone) {
  CountingEntropy entropy;
  const auto key = LogKey::make("log", entropy);
  const auto other = LogKey::make("log", entropy);
  EXPECT_EQ(open_checkpoint(other.verifier(), sign_checkpoint(key, {7, digest(9)})), std::nullopt);
}

TEST(Base64, IsCanonicalOrRefused) {
  EXPECT_EQ(to_base64("f"), "Zg==");
  EXPECT_EQ(from_base64("Zm9vYmFy"), "foobar");
  EXPECT_EQ(from_base64(""), "");
  for (const auto* text : {"Zh==", "Zg=", "Zg", "Zg==\n", " Zg==", "Zm9-", "Z", "===="})
    EXPECT_EQ(from_base64(text), std::nullopt) << text;
}

}  // namespace
}  // namespace eventstore::testing
