#include "eventstore/head_mark.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <string>
#include <system_error>

#include "eventstore/errors.hpp"

namespace eventstore {
namespace {

constexpr std::size_t length = 21;

std::filesystem::path file_in(const std::filesystem::path& folder) {
  return folder / "ACKNOWLEDGED";
}

}  // namespace

core::Result<std::optional<Position>> HeadMark::read(const std::filesystem::path& folder) {
  std::ifstream file(file_in(folder), std::ios::binary);
  std::string text(length + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(file.gcount()));
  if (text.empty()) return std::nullopt;
  Position head = 0;
  const auto* end = text.data() + text.size() - 1;
  const auto [rest, error] = std::from_chars(text.data(), end, head);
  if (text.size() != length || text.back() != '\n' || error != std::errc() || rest != end)
    return core::fail(damaged_store(file_in(folder).string()));
  return head;
}

HeadMark::~HeadMark() {
  if (file_ < 0) return;
  ::fdatasync(file_);
  ::close(file_);
}

core::Result<void> HeadMark::open(const std::filesystem::path& folder) {
  file_ = ::open(file_in(folder).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0640);
  if (file_ < 0) return core::fail(store_unavailable(std::generic_category().message(errno)));
  return {};
}

core::Result<void> HeadMark::move_to(Position head) {
  std::array<char, length + 1> text{};
  std::snprintf(text.data(), text.size(), "%020llu\n", static_cast<unsigned long long>(head));
  if (::pwrite(file_, text.data(), length, 0) != static_cast<ssize_t>(length))
    return core::fail(store_read_only(errno == ENOSPC));
  return {};
}

}  // namespace eventstore
