#pragma once

#include <libpq-fe.h>

#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "tests/bench/writers.hpp"

namespace bench {

/// message-db on PostgreSQL in its best arrangement: a connection, a prepared statement and a
/// category for each writer, so that its lock on a category keeps nobody waiting, and no expected
/// version.
class MessageDb final : public DurableLog {
 public:
  MessageDb(const std::string& connection, std::size_t writers);
  void write(const Turn& turn, const std::string& payload) override;

 private:
  using Connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
  std::vector<Connection> connections_;
};

}  // namespace bench
