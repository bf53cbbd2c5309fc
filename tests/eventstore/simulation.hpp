#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <random>
#include <stdexcept>
#include <string>
#include <vector>

#include "eventstore/sequencer.hpp"
#include "tests/eventstore/model.hpp"
#include "tests/eventstore/simulated_log.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {

/// A promise was broken: which one, and at which step of the history.
struct Violation : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// One history of a store, told by its seed: clients append, conflict, repeat themselves and read
/// while the clock jumps, writes fail and the process dies. Everything is held against the model
/// at every step. It runs on one thread; what waits in a queue elsewhere waits in `queue_`.
class Simulation {
 public:
  /// What befalls a write now and then is drawn from `fates`.
  Simulation(std::uint64_t seed, std::vector<Fate> fates);

  /// Throws `Violation`.
  void run();

  /// Whether the engine was made to do what no engine may do.
  [[nodiscard]] bool cheated() const { return cheated_; }

 private:
  void step();
  void submit();
  void submit_again();
  void commit();
  void commit(std::vector<Append>& group, std::vector<std::string>& codes, const Model& after);
  [[nodiscard]] std::vector<Append> next_group();
  void reopen();
  void move_clock();
  void subscribe();

  [[nodiscard]] Append any_append();
  [[nodiscard]] StreamName any_stream();
  [[nodiscard]] Fate any_fate();
  [[nodiscard]] std::size_t below(std::size_t limit);

  void expect_answers(const std::vector<Append>& group, const std::vector<std::string>& codes,
                      const std::vector<Sequencer::Answer>& answers, const Model& after) const;
  void expect_nothing_is_taken(std::vector<Append>& group);
  void expect(const Model& model) const;
  void expect_log(const Model& model) const;
  void expect_streams(const Model& model) const;
  void expect_commands(const Model& model) const;
  [[nodiscard]] bool knows_all_of(const Model& model) const;
  void require(bool kept, const std::string& promise) const;

  std::mt19937_64 random_;
  std::vector<Fate> fates_;
  int step_ = 0;
  bool cheated_ = false;

  SimulatedDisk disk_;
  ManualClock clock_;
  CountingEntropy entropy_;
  PersonKeys keys_{entropy_};
  std::unique_ptr<SimulatedLog> log_;
  std::unique_ptr<Sequencer> sequencer_;

  Model model_;                    ///< what was acknowledged
  std::optional<Model> doubtful_;  ///< what it is if the last write was kept though it failed
  bool read_only_ = false;
  std::deque<Append> queue_;
  std::vector<Append> sent_;
  std::vector<std::string> seen_;  ///< by a subscriber, who goes on where it was after a crash
};

}  // namespace eventstore::testing
