#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "eventstore/ports.hpp"
#include "server/http/router.hpp"

namespace server {

/// The ways to ask for a proof.
enum class Proof { Checkpoint, Tile, Receipt };

/// What stands at one moment, where all else is counted as it happens.
struct Standing {
  struct Lag {
    std::string model;
    std::uint64_t positions = 0;  ///< of the log that it has not seen yet
  };
  bool takes_appends = false;
  std::uint64_t head = 0;
  std::uint64_t queued = 0;        ///< appends
  std::uint64_t size_on_disk = 0;  ///< bytes
  std::vector<Lag> lags;           ///< of each read model
};

/// Counts what the program does and writes it in the log. It sees kinds and amounts, never who or
/// what. Safe from any thread.
class Watch final : public eventstore::Observer {
 public:
  Watch();
  ~Watch() override;
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  void committed(std::size_t appends, std::size_t bytes) override;
  void answered(std::chrono::nanoseconds waited, const core::Error* refusal) override;
  void read_only(const core::Error& why) override;
  void request(const http::Exchange& exchange);
  void proof(Proof kind);

  /// All counts in the text format of Prometheus (version 0.0.4).
  [[nodiscard]] std::string metrics(const Standing& standing);

 private:
  struct Metrics;
  std::unique_ptr<Metrics> metrics_;
};

}  // namespace server
