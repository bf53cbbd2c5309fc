#include "server/attachments/uploads.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <chrono>

#include "eventstore/durable_file.hpp"
#include "eventstore/errors.hpp"
#include "json/json.hpp"

namespace server::attachments {
namespace {

namespace fs = std::filesystem;
using core::fail;

constexpr std::size_t largest_note = 4096;
constexpr std::string_view part_ending = ".part";
constexpr std::string_view note_ending = ".json";

std::unexpected<core::Error> unusable(const fs::path& file) {
  return fail(eventstore::store_unavailable(file.string()));
}

core::Error wrong_offset(std::int64_t arrived) {
  const auto bytes = std::to_string(arrived);
  return core::error_of(core::ErrorKind::Conflict, "upload-offset",
                        "Do ficheiro já chegaram " + bytes + " bytes: continue a partir daí.",
                        "Of the file " + bytes + " bytes have arrived: go on from there.");
}

core::Error over_the_promise() {
  return core::error_of(core::ErrorKind::TooLarge, "file-too-large",
                        "O ficheiro é maior do que o anunciado.",
                        "The file is larger than announced.");
}

}  // namespace

fs::path Uploads::file(const core::AttachmentId& id) const {
  return folder_ / (id.text() + std::string(part_ending));
}

fs::path Uploads::note(const core::AttachmentId& id) const {
  return folder_ / (id.text() + std::string(note_ending));
}

core::Result<void> Uploads::begin(const Upload& upload) {
  std::error_code error;
  fs::create_directories(folder_, error);
  const eventstore::FileHandle made(
      ::open(file(upload.id).c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
  if (!made.is_open() && errno == EEXIST)
    return fail(core::error_of(core::ErrorKind::Conflict, "upload-exists", "Este envio já começou.",
                               "This upload has begun already."));
  if (!made.is_open()) return unusable(file(upload.id));
  return eventstore::replace_file(note(upload.id), json::write(upload));
}

core::Result<std::optional<Upload>> Uploads::find(const core::AttachmentId& id) const {
  const auto text = eventstore::read_small_file(note(id), largest_note);
  if (!text) return fail(text.error());
  if (!*text) return std::nullopt;
  auto upload = json::read<Upload>(**text);
  if (!upload) return unusable(note(id));
  return *std::move(upload);
}

Uploads::UnderWay Uploads::under_way(const core::DossierId& dossier) const {
  UnderWay found;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    if (entry.path().extension() != note_ending) continue;
    const auto text = eventstore::read_small_file(entry.path(), largest_note);
    const auto upload = text && *text ? json::read<Upload>(**text) : core::Result<Upload>();
    if (!upload || upload->dossier != dossier) continue;
    ++found.count;
    found.bytes += upload->bytes;
  }
  return found;
}

std::int64_t Uploads::arrived(const core::AttachmentId& id) const {
  std::error_code error;
  const auto size = fs::file_size(file(id), error);
  return error ? 0 : static_cast<std::int64_t>(size);
}

core::Result<std::int64_t> Uploads::append(const Upload& upload, std::int64_t offset,
                                           std::string_view bytes) {
  const auto path = file(upload.id);
  const eventstore::FileHandle handle(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
  if (!handle.is_open() || ::flock(handle.number(), LOCK_EX) != 0) return unusable(path);
  if (const auto before = arrived(upload.id); offset != before) return fail(wrong_offset(before));
  const auto after = offset + std::ssize(bytes);
  if (after > upload.bytes) return fail(over_the_promise());
  for (auto place = offset; !bytes.empty();) {
    const auto written = ::pwrite(handle.number(), bytes.data(), bytes.size(), place);
    if (written < 0) return unusable(path);
    bytes.remove_prefix(static_cast<std::size_t>(written));
    place += written;
  }
  if (::fsync(handle.number()) != 0) return unusable(path);
  return after;
}

void Uploads::remove(const core::AttachmentId& id) {
  std::error_code ignored;
  fs::remove(note(id), ignored);
  fs::remove(file(id), ignored);
}

void Uploads::remove_abandoned() {
  constexpr auto patience = std::chrono::hours(24);
  const auto oldest = fs::file_time_type::clock::now() - patience;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder_, error)) {
    const auto touched = entry.last_write_time(error);
    const auto& path = entry.path();
    if (error || touched >= oldest || path.extension() == note_ending) continue;
    if (path.extension() == part_ending)
      remove(core::AttachmentId(path.stem().string()));
    else
      fs::remove_all(path, error);
  }
}

}  // namespace server::attachments
