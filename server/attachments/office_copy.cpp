#include "server/attachments/office_copy.hpp"

#include <zip.h>

#include <filesystem>
#include <fstream>
#include <list>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "eventstore/durable_file.hpp"
#include "server/attachments/clearer.hpp"
#include "server/attachments/office_part.hpp"
#include "server/attachments/pictures.hpp"
#include "server/workshop.hpp"

namespace server::attachments {
namespace {

namespace fs = std::filesystem;
using core::fail;
using core::Result;

constexpr zip_uint64_t largest_part = 64 << 20;
constexpr zip_uint64_t largest_document = 512 << 20;
constexpr int deepest = 3;  ///< a document in a document in a document

struct Discard {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseMember {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};

/// `read` counts bytes over all documents that stand in one another.
Result<void> clear(const fs::path& document, int depth, zip_uint64_t& read);

/// One archive whose parts are cleared in turn; on disk it changes when all are.
class Clearing {
 public:
  Clearing(const fs::path& document, int depth, zip_uint64_t& read)
      : archive_(zip_open(document.c_str(), 0, nullptr)),
        depth_(depth),
        read_(read),
        workshop_(document.string() + ".parts"),
        pictures_(workshop_ / "pictures") {
    fs::create_directory(pictures_);
  }

  Result<void> run() {
    if (!archive_) return fail(file_unreadable());
    const auto parts = zip_get_num_entries(archive_.get(), 0);
    for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(parts); ++index) {
      if (auto cleared = clear_part(index); !cleared) return cleared;
      if (!forget_dates(index)) return fail(file_unreadable());
    }
    if (auto cleared = put_pictures_back(); !cleared) return cleared;
    if (zip_close(archive_.get()) != 0) return fail(file_unreadable());
    static_cast<void>(archive_.release());  // closed
    return {};
  }

 private:
  Result<void> clear_part(zip_uint64_t index) {
    zip_stat_t stat;
    if (zip_stat_index(archive_.get(), index, 0, &stat) != 0) return fail(file_unreadable());
    const std::string name = stat.name;
    if (name.ends_with('/')) return {};
    if (is_of_printer(name)) return done(zip_delete(archive_.get(), index) == 0);
    auto bytes = read(index, stat.size);
    if (!bytes) return fail(std::move(bytes.error()));
    if (bytes->starts_with("\xd0\xcf\x11\xe0")) return done(replace(index, ""));
    if (bytes->starts_with("PK\x03\x04")) return clear_inner(index, *bytes);
    if (const auto ending = ending_of_picture(*bytes); !ending.empty()) {
      const auto file = pictures_ / (std::to_string(index) + std::string(ending));
      pictures_taken_.emplace(index, file);
      return write(file, *bytes);
    }
    if (!name.ends_with(".xml") && !name.ends_with(".rels")) return {};
    auto blanked = without_names(name, *bytes);
    if (!blanked) return fail(std::move(blanked.error()));
    return done(!*blanked || replace(index, **std::move(blanked)));
  }

  /// A document in the document; emptied where they go too deep.
  Result<void> clear_inner(zip_uint64_t index, const std::string& bytes) {
    if (depth_ == deepest) return done(replace(index, ""));
    const auto file = workshop_ / std::to_string(index);
    if (auto written = write(file, bytes); !written) return written;
    if (auto cleared = clear(file, depth_ + 1, read_); !cleared) return cleared;
    return take(index, file);
  }

  Result<void> put_pictures_back() {
    if (pictures_taken_.empty()) return {};
    if (auto cleared = clear_pictures(pictures_); !cleared) return cleared;
    for (const auto& [index, file] : pictures_taken_)
      if (auto taken = take(index, file); !taken) return taken;
    return {};
  }

  Result<std::string> read(zip_uint64_t index, zip_uint64_t size) {
    const std::unique_ptr<zip_file_t, CloseMember> part(zip_fopen_index(archive_.get(), index, 0));
    read_ += size;
    if (!part || size > largest_part || read_ > largest_document) return fail(file_unreadable());
    std::string bytes(size, '\0');
    if (zip_fread(part.get(), bytes.data(), size) != static_cast<zip_int64_t>(size))
      return fail(file_unreadable());
    return bytes;
  }

  static Result<void> write(const fs::path& file, const std::string& bytes) {
    return done((std::ofstream(file, std::ios::binary) << bytes).flush().good());
  }

  Result<void> take(zip_uint64_t index, const fs::path& file) {
    const auto bytes = eventstore::read_small_file(file, largest_part);
    return done(bytes && *bytes && replace(index, **bytes));
  }

  bool replace(zip_uint64_t index, std::string bytes) {
    const auto& kept = replaced_.emplace_back(std::move(bytes));
    auto* source = zip_source_buffer(archive_.get(), kept.data(), kept.size(), 0);
    if (source == nullptr) return false;
    if (zip_file_replace(archive_.get(), index, source, 0) == 0) return true;
    zip_source_free(source);
    return false;
  }

  bool forget_dates(zip_uint64_t index) {
    constexpr zip_uint16_t first_of_january_1980 = 0x21;
    auto* archive = archive_.get();
    zip_stat_t stat;
    if (zip_stat_index(archive, index, 0, &stat) != 0) return true;  // taken out
    return zip_file_extra_field_delete(archive, index, ZIP_EXTRA_FIELD_ALL,
                                       ZIP_FL_CENTRAL | ZIP_FL_LOCAL) == 0 &&
           zip_file_set_dostime(archive, index, 0, first_of_january_1980, 0) == 0;
  }

  static Result<void> done(bool is_done) {
    if (!is_done) return fail(file_unreadable());
    return {};
  }

  std::list<std::string> replaced_;  ///< until the archive is closed
  std::unique_ptr<zip_t, Discard> archive_;
  int depth_;
  zip_uint64_t& read_;
  Workshop workshop_;
  fs::path pictures_;
  std::map<zip_uint64_t, fs::path> pictures_taken_;
};

Result<void> clear(const fs::path& document, int depth, zip_uint64_t& read) {
  return Clearing(document, depth, read).run();
}

}  // namespace

Result<void> clear_office_document(const fs::path& document) {
  zip_uint64_t read = 0;
  return clear(document, 1, read);
}

}  // namespace server::attachments
