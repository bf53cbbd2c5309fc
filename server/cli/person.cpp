#include <fmt/format.h>

#include "domain/persons/person.hpp"
#include "server/application.hpp"
#include "server/cli/cli.hpp"

namespace server::cli {

int erase_person(const PersonOptions& options) {
  eventstore::SystemClock clock;
  auto app = Application::open(options.data, clock, DataDirectory::MustExist);
  if (!app) return complain(app.error(), unavailable);
  const persons::ErasePerson command{core::PersonId(options.person)};
  const auto accepted =
      (*app)->commands().handle({command, core::CommandId("cli-" + (*app)->fresh_id()),
                                 operator_of_the_machine(), std::nullopt});
  if (!accepted) return complain(accepted.error(), failed);
  if (auto forgotten = (*app)->views().catch_up(); !forgotten)
    return complain(forgotten.error(), failed);
  fmt::print("{} is erased, at position {}\n", accepted->stream, accepted->position);
  return done;
}

}  // namespace server::cli
