#pragma once

#include <gtest/gtest.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "domain/core/aggregate.hpp"
#include "json/json.hpp"
#include "tests/support/lisbon_clock.hpp"

namespace testing_support {

/// Stands in for SHA-256 where no digest of the real one matters: as long, and the same each time.
inline std::string pretended_sha256(std::string_view text) {
  std::string digest;
  for (std::uint64_t hash : {1469598103934665603UL, 3UL, 5UL, 7UL}) {
    for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211U;
    for (int i = 0; i < 16; ++i) digest += "0123456789abcdef"[(hash >> (4 * i)) % 16];
  }
  return digest;
}

/// Given events, when a command, then events: `given(edition_type(), {…}).when(OpenEdition{…})`
/// `.then({EditionOpened{…}})` or `.is_refused("weights-sum", "regulation.sections")`.
class Scenario {
 public:
  Scenario(const core::AggregateType& type, const std::vector<core::Event>& history)
      : aggregate_(type.make()) {
    for (const auto& event : history) aggregate_->apply(event);
    context_.writing = {pretended_sha256, json::write_visited};
    context_.lisbon = lisbon();
  }

  Scenario& as(core::Actor actor) {
    context_.actor = std::move(actor);
    return *this;
  }
  Scenario& at(const char* instant) {
    const auto now = core::Instant::parse(instant);
    core::ensure(now.has_value(), "a test names a real instant");
    context_.now = *now;
    return *this;
  }
  template <class Fact>
  Scenario& knowing(Fact fact) {
    context_.facts.tell(std::move(fact));
    return *this;
  }

  Scenario& when(const core::Command& command) {
    decision_ = aggregate_->decide(command, context_);
    return *this;
  }

  /// Exactly these events, compared field by field.
  void then(const std::vector<core::Event>& expected) const {
    ASSERT_TRUE(decision_.has_value()) << decision_.error().code << ": " << decision_.error().en;
    EXPECT_EQ(texts(*decision_), texts(expected));
  }

  void is_refused(const std::string& code, const std::string& field = "") const {
    ASSERT_FALSE(decision_.has_value()) << "was accepted";
    EXPECT_EQ(decision_.error().code, code);
    EXPECT_EQ(decision_.error().field, field);
    EXPECT_FALSE(decision_.error().pt.empty());
    EXPECT_FALSE(decision_.error().en.empty());
  }

  [[nodiscard]] const core::Decision& decision() const { return decision_; }

 private:
  static std::vector<std::string> texts(const std::vector<core::Event>& events) {
    std::vector<std::string> texts;
    for (const auto& event : events)
      texts.push_back(std::string(event.type().name) + " " + json::write(event));
    return texts;
  }

  std::unique_ptr<core::Aggregate> aggregate_;
  core::Context context_;
  core::Decision decision_;
};

inline Scenario given(const core::AggregateType& type,
                      const std::vector<core::Event>& history = {}) {
  return {type, history};
}

}  // namespace testing_support
