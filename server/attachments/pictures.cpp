#include "server/attachments/pictures.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "server/attachments/clearer.hpp"

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
  return run_clearer({"exiftool", "-quiet", "-overwrite_original", "-all=", "--icc_profile:all",
                      "-tagsfromfile", "@", "-orientation", folder.string()});
}

}  // namespace server::attachments
