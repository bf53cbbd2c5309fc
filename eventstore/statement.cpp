#include "eventstore/statement.hpp"

#include "eventstore/hash.hpp"

namespace eventstore {

std::string statement_of(const StoredEvent& event, std::string_view envelope) {
  std::string statement = "eventstore/statement/1\n";
  statement += std::to_string(event.position) + '\n' + event.type + '\n';
  return statement + to_base64(view_of(sha256({view_of(event.salt), envelope}))) + '\n';
}

}  // namespace eventstore
