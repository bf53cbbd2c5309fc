#include <fmt/format.h>

#include "server/api/endpoint.hpp"
#include "server/cli/cli.hpp"

namespace server::cli {

int print_openapi() {
  fmt::print("{}\n", openapi(endpoints()));
  return done;
}

}  // namespace server::cli
