#include "server/share.hpp"

#include <fstream>
#include <iterator>

namespace server {

std::filesystem::path shared_file(const std::filesystem::path& name) {
  return std::filesystem::path(AUTARQUIA_SHARE_DIR) / name;
}

core::Result<std::string> read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (file.bad() || !file.is_open())
    return core::fail(core::invalid("file-unreadable", path.string(),
                                    "Não foi possível ler este ficheiro.",
                                    "This file could not be read."));
  return text;
}

}  // namespace server
