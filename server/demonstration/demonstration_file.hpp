#pragma once

#include <filesystem>

#include "json/json.hpp"
#include "server/share.hpp"

namespace server {

/// A record from a file that comes with the program. Errors: those of `read_file` and `json::read`,
/// the field behind the file's name.
template <core::Record T>
[[nodiscard]] core::Result<T> read_demonstration(const std::filesystem::path& path) {
  auto text = read_file(path);
  if (!text) return core::fail(std::move(text.error()));
  auto record = json::read<T>(*text);
  if (!record) record.error().field = path.filename().string() + ": " + record.error().field;
  return record;
}

}  // namespace server
