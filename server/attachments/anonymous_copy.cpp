#include "server/attachments/anonymous_copy.hpp"

#include <algorithm>

#include "domain/core/assert.hpp"
#include "eventstore/errors.hpp"
#include "server/attachments/media_type.hpp"
#include "server/attachments/office_names.hpp"
#include "server/child_process.hpp"
#include "server/workshop.hpp"

namespace server::attachments {
namespace {

namespace fs = std::filesystem;
using core::fail;

core::Error unavailable() {
  return core::error_of(core::ErrorKind::Unavailable, "anonymous-copy-unavailable",
                        "Não é possível receber anexos neste momento.",
                        "Attachments cannot be taken at this moment.");
}

core::Result<void> copy_as_it_is(const fs::path& file, const fs::path& copy) {
  std::error_code error;
  fs::copy_file(file, copy, fs::copy_options::overwrite_existing, error);
  if (error) return fail(eventstore::store_unavailable(file.string()));
  return {};
}

bool is_office(const std::string& media_type) {
  return media_type.starts_with("application/vnd.");
}

}  // namespace

/// mat2 goes by the ending of a name and writes "name.cleaned.ending" beside the original.
core::Result<void> write_anonymous_copy(const fs::path& file, const std::string& media_type,
                                        const fs::path& copy) {
  constexpr std::chrono::seconds patience(60);
  constexpr int no_such_program = 127;
  if (media_type.starts_with("text/")) return copy_as_it_is(file, copy);
  const auto type = std::ranges::find(taken_types(), media_type, &TakenType::media_type);
  core::ensure(type != taken_types().end(), "only types that are taken are cleared");
  const Workshop workshop(copy.string() + ".work");
  const auto original = workshop / ("file" + type->ending);
  if (auto copied = copy_as_it_is(file, original); !copied) return copied;
  const int status = run_program(
      {"mat2", "--lightweight", "--unknown-members", "omit", original.string()}, patience);
  if (status == no_such_program) return fail(unavailable());
  const auto cleaned = workshop / ("file.cleaned" + type->ending);
  if (status != 0) return fail(file_unreadable());
  if (is_office(media_type))
    if (auto blanked = blank_names(cleaned); !blanked) return blanked;
  std::error_code error;
  fs::rename(cleaned, copy, error);
  if (error) return fail(file_unreadable());
  return {};
}

}  // namespace server::attachments
