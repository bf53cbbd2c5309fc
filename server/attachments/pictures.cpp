#include "server/attachments/pictures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "server/attachments/copy_faults.hpp"
#include "server/child_process.hpp"

namespace server::attachments {
namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> beginnings = {
    {{"\xff\xd8\xff"sv, ".jpg"},
     {"\x89PNG"sv, ".png"},
     {"GIF8"sv, ".gif"},
     {"II*\0"sv, ".tif"},
     {"MM\0*"sv, ".tif"}}};

}  // namespace

std::string_view ending_of_picture(std::string_view bytes) {
  for (const auto& [beginning, ending] : beginnings)
    if (bytes.starts_with(beginning)) return ending;
  return "";
}

core::Result<void> clear_pictures(const std::filesystem::path& folder) {
  constexpr std::chrono::seconds patience(60);
  constexpr int no_such_program = 127;
  const int status =
      run_program({"exiftool", "-quiet", "-overwrite_original", "-all=", "--icc_profile:all",
                   "-tagsfromfile", "@", "-orientation", folder.string()},
                  patience);
  if (status == no_such_program) return core::fail(anonymous_copy_unavailable());
  if (status != 0) return core::fail(file_unreadable());
  return {};
}

}  // namespace server::attachments
