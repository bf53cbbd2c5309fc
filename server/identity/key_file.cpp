#include "server/identity/key_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <memory>
#include <optional>
#include <system_error>
#include <utility>

#include "domain/core/assert.hpp"

namespace identity {
namespace {

namespace fs = std::filesystem;

template <auto release>
struct Releaser {
  void operator()(auto* owned) const { release(owned); }
};
using Key = std::unique_ptr<EVP_PKEY, Releaser<EVP_PKEY_free>>;
using Memory = std::unique_ptr<BIO, Releaser<BIO_free_all>>;

class FileDescriptor {
 public:
  explicit FileDescriptor(int number) : number_(number) {}
  FileDescriptor(const FileDescriptor&) = delete;
  FileDescriptor& operator=(const FileDescriptor&) = delete;
  ~FileDescriptor() {
    if (number_ >= 0) ::close(number_);
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_;
};

core::Error fault(std::string code, std::string pt, std::string en) {
  return core::invalid(std::move(code), "key-file", std::move(pt), std::move(en));
}

core::Error unusable(const fs::path& file, int cause) {
  const auto reason = std::system_category().message(cause);
  return fault(
      "key-file-unusable",
      fmt::format("Não é possível usar o ficheiro de chave {}: {}.", file.string(), reason),
      fmt::format("The key file {} cannot be used: {}.", file.string(), reason));
}

core::Error readable_by_others(const fs::path& file) {
  return fault("key-file-readable-by-others",
               fmt::format("O ficheiro de chave {} está aberto a outros utilizadores: corrija com "
                           "chmod 600.",
                           file.string()),
               fmt::format("The key file {} is open to other users: mend it with chmod 600.",
                           file.string()));
}

core::Error not_p256(const fs::path& file) {
  return fault(
      "key-file-not-p256",
      fmt::format("O ficheiro {} não contém uma chave privada P-256 em PEM.", file.string()),
      fmt::format("The file {} does not hold a P-256 private key in PEM.", file.string()));
}

std::string text_of(BIO* memory) {
  char* begin = nullptr;
  const auto size = BIO_get_mem_data(memory, &begin);
  return {begin, static_cast<std::size_t>(size)};
}

KeyPair pair_of(EVP_PKEY* key) {
  const Memory secret(BIO_new(BIO_s_mem()));
  const Memory open(BIO_new(BIO_s_mem()));
  core::ensure(
      PEM_write_bio_PrivateKey(secret.get(), key, nullptr, nullptr, 0, nullptr, nullptr) == 1 &&
          PEM_write_bio_PUBKEY(open.get(), key) == 1,
      "a key can be written as PEM");
  return {text_of(secret.get()), text_of(open.get())};
}

bool is_p256(const EVP_PKEY* key) {
  std::array<char, 64> group{};
  return EVP_PKEY_get_group_name(key, group.data(), group.size(), nullptr) == 1 &&
         std::string_view(group.data()) == "prime256v1";
}

std::optional<KeyPair> parse(const std::string& pem) {
  const auto no_passphrase = [](char*, int, int, void*) { return -1; };
  const Memory source(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  const Key key(PEM_read_bio_PrivateKey(source.get(), nullptr, no_passphrase, nullptr));
  if (!key || !is_p256(key.get())) return std::nullopt;
  return pair_of(key.get());
}

std::string read_all(int file) {
  std::array<char, 4096> text{};  // a P-256 key takes about 240 bytes
  const auto size = ::read(file, text.data(), text.size());
  return {text.data(), size > 0 ? static_cast<std::size_t>(size) : 0};
}

core::Result<KeyPair> load(const fs::path& path, const FileDescriptor& file) {
  struct stat status{};
  if (::fstat(file.number(), &status) != 0) return core::fail(unusable(path, errno));
  constexpr mode_t others = S_IRWXG | S_IRWXO;
  if ((status.st_mode & others) != 0) return core::fail(readable_by_others(path));
  auto pair = parse(read_all(file.number()));
  if (!pair) return core::fail(not_p256(path));
  return *std::move(pair);
}

/// Writes `text` to a file that no one else can name, then links it to its place. 0 or errno;
/// another program's file that came first stays.
int create_whole(const fs::path& path, std::string_view text) {
  auto draft = path.string() + ".XXXXXX";
  const FileDescriptor file(::mkostemp(draft.data(), O_CLOEXEC));  // mode 0600
  if (!file.is_open()) return errno;
  const auto written = ::write(file.number(), text.data(), text.size());
  const bool stored = std::cmp_equal(written, text.size()) && ::fsync(file.number()) == 0;
  const bool linked = stored && (::link(draft.c_str(), path.c_str()) == 0 || errno == EEXIST);
  const int cause = linked ? 0 : errno;
  ::unlink(draft.c_str());
  const auto folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
  const FileDescriptor directory(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory.is_open()) ::fsync(directory.number());
  return cause;
}

}  // namespace

core::Result<KeyPair> open_key_file(const fs::path& path) {
  constexpr int flags = O_RDONLY | O_CLOEXEC;
  if (const FileDescriptor file(::open(path.c_str(), flags)); file.is_open())
    return load(path, file);
  if (errno != ENOENT) return core::fail(unusable(path, errno));
  const Key key(EVP_EC_gen("P-256"));
  core::ensure(key != nullptr, "OpenSSL makes a P-256 key");
  if (const int cause = create_whole(path, pair_of(key.get()).private_pem); cause != 0)
    return core::fail(unusable(path, cause));
  const FileDescriptor file(::open(path.c_str(), flags));
  return file.is_open() ? load(path, file) : core::fail(unusable(path, errno));
}

}  // namespace identity
