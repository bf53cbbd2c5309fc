#include "tests/bench/message_db.hpp"

#include <fmt/format.h>

#include <array>

#include "domain/core/assert.hpp"

namespace bench {
namespace {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;

void ensure_status(PGconn* connection, PGresult* result, ExecStatusType expected) {
  const Result held(result, &PQclear);
  if (PQresultStatus(result) != expected) fmt::print(stderr, "{}", PQerrorMessage(connection));
  core::ensure(PQresultStatus(result) == expected, "message-db does what it is asked");
}

/// Of the form that message-db wants; unique, which is all that it asks.
std::string uuid_of(const Turn& turn) {
  return fmt::format("{:08x}-0000-4000-8000-{:012x}", turn.writer, turn.number);
}

}  // namespace

MessageDb::MessageDb(const std::string& connection, std::size_t writers) {
  for (std::size_t writer = 0; writer < writers; ++writer) {
    auto* made = connections_.emplace_back(PQconnectdb(connection.c_str()), &PQfinish).get();
    if (PQstatus(made) != CONNECTION_OK) fmt::print(stderr, "{}", PQerrorMessage(made));
    core::ensure(PQstatus(made) == CONNECTION_OK, "message-db can be reached");
    ensure_status(made, PQexec(made, "SET search_path TO message_store, public"), PGRES_COMMAND_OK);
    ensure_status(made,
                  PQprepare(made, "write",
                            "SELECT write_message($1::varchar, $2::varchar, 'Happened'::varchar,"
                            " $3::jsonb)",
                            3, nullptr),
                  PGRES_COMMAND_OK);
  }
}

void MessageDb::write(const Turn& turn, const std::string& payload) {
  const auto id = uuid_of(turn);
  const auto stream = fmt::format("writer{}", turn.stream());
  const std::array values{id.c_str(), stream.c_str(), payload.c_str()};
  auto* connection = connections_[turn.writer].get();
  ensure_status(connection,
                PQexecPrepared(connection, "write", 3, values.data(), nullptr, nullptr, 0),
                PGRES_TUPLES_OK);
}

}  // namespace bench
