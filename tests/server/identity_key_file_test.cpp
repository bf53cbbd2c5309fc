#include <gtest/gtest.h>
#include <openssl/ec.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <latch>
#include <set>
#include <thread>
#include <vector>

#include "server/identity/key_file.hpp"

namespace {

namespace fs = std::filesystem;

class KeyFile : public testing::Test {
 protected:
  KeyFile() {
    auto name = (fs::temp_directory_path() / "autarquia-key-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  ~KeyFile() override { fs::remove_all(folder_); }

  [[nodiscard]] fs::path path() const { return folder_ / "session-key.pem"; }
  [[nodiscard]] const fs::path& folder() const { return folder_; }
  void write(const std::string& text) {
    std::ofstream(path()) << text;
    fs::permissions(path(), fs::perms::owner_read | fs::perms::owner_write);
  }
  [[nodiscard]] std::string code() const {
    const auto opened = identity::open_key_file(path());
    return opened ? "opened" : opened.error().code;
  }

 private:
  fs::path folder_;
};

/// A new private key in PEM, under `passphrase` if there is one.
std::string key_on(const char* curve, std::string passphrase = "") {
  auto* key = EVP_EC_gen(curve);
  auto* memory = BIO_new(BIO_s_mem());
  PEM_write_bio_PKCS8PrivateKey(memory, key, passphrase.empty() ? nullptr : EVP_aes_256_cbc(),
                                passphrase.data(), static_cast<int>(passphrase.size()), nullptr,
                                nullptr);
  char* begin = nullptr;
  const auto size = BIO_get_mem_data(memory, &begin);
  std::string pem(begin, static_cast<std::size_t>(size));
  BIO_free(memory);
  EVP_PKEY_free(key);
  return pem;
}

}  // namespace

TEST_F(KeyFile, IsMadeForItsOwnerAloneWhateverTheUmask) {
  const auto umask_before = ::umask(0);
  ASSERT_TRUE(identity::open_key_file(path()));
  ::umask(umask_before);
  EXPECT_EQ(fs::status(path()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder()), {}), 1) << "no draft is left behind";
}

TEST_F(KeyFile, GivesTheSameKeyEveryTime) {
  const auto first = identity::open_key_file(path());
  const auto again = identity::open_key_file(path());
  ASSERT_TRUE(first && again);
  EXPECT_EQ(first->private_pem, again->private_pem);
  EXPECT_EQ(first->public_pem, again->public_pem);
  EXPECT_TRUE(first->public_pem.starts_with("-----BEGIN PUBLIC KEY-----"));
}

TEST_F(KeyFile, GivesOneKeyToAllWhoCreateItAtOnce) {
  constexpr int programs = 8;
  std::vector<std::string> keys(programs);
  std::latch together(programs);
  {
    std::vector<std::jthread> threads;
    threads.reserve(programs);
    for (auto& key : keys)
      threads.emplace_back([&] {
        together.arrive_and_wait();
        key = identity::open_key_file(path()).value_or(identity::KeyPair{}).private_pem;
      });
  }
  EXPECT_EQ(std::set(keys.begin(), keys.end()).size(), 1U);
  EXPECT_FALSE(keys.front().empty());
}

TEST_F(KeyFile, IsRefusedWhenOthersCanReadIt) {
  ASSERT_EQ(code(), "opened");
  for (const auto others :
       {fs::perms::group_read, fs::perms::others_read, fs::perms::group_write}) {
    fs::permissions(path(), fs::perms::owner_read | fs::perms::owner_write | others);
    EXPECT_EQ(code(), "key-file-readable-by-others");
  }
}

TEST_F(KeyFile, IsRefusedWhenItHoldsNoP256Key) {
  for (const auto& text : {std::string(), std::string("not a key"), key_on("P-384")}) {
    write(text);
    EXPECT_EQ(code(), "key-file-not-p256") << text;
  }
  write(key_on("P-256"));
  EXPECT_EQ(code(), "opened") << "though made elsewhere";
}

TEST_F(KeyFile, IsRefusedRatherThanAskForAPassphrase) {
  write(key_on("P-256", "autarquia"));
  EXPECT_EQ(code(), "key-file-not-p256");
}

TEST_F(KeyFile, ThatIsRefusedStaysAsItWas) {
  write("not a key");
  EXPECT_EQ(code(), "key-file-not-p256");
  std::ifstream file(path());
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), "not a key");
}

TEST_F(KeyFile, InNoFolderIsRefusedWithTheSystemsReason) {
  const auto opened = identity::open_key_file(folder() / "missing" / "key.pem");
  ASSERT_FALSE(opened);
  EXPECT_EQ(opened.error().code, "key-file-unusable");
  EXPECT_TRUE(opened.error().en.contains("missing/key.pem"));
}

TEST_F(KeyFile, IsNotQuotedInARefusal) {
  write(key_on("P-384"));
  const auto opened = identity::open_key_file(path());
  ASSERT_FALSE(opened);
  EXPECT_FALSE((opened.error().pt + opened.error().en).contains("PRIVATE"));
}
