#include "domain/core/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace core {

void ensure(bool promise, std::string_view message, std::source_location where) {
  if (promise) return;
  std::fprintf(stderr, "%s:%u: broken promise: %.*s\n", where.file_name(), where.line(),
               static_cast<int>(message.size()), message.data());
  std::abort();
}

}  // namespace core
