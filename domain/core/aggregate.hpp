#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "domain/core/context.hpp"
#include "domain/core/record.hpp"
#include "domain/core/result.hpp"

namespace core {

using Decision = Result<std::vector<Event>>;

/// An aggregate's stream: category "dossier", id "2021-1701".
struct StreamRef {
  std::string_view category;
  std::string id;
  friend auto operator<=>(const StreamRef&, const StreamRef&) = default;
};

/// One stream's state, seen from outside its context: typed within, erased here.
class Aggregate {
 public:
  virtual ~Aggregate() = default;
  /// Never fails: what is in the log has happened.
  virtual void apply(const Event& event) = 0;
  /// Reads nothing but its arguments; answers the events to append, or why not.
  [[nodiscard]] virtual Decision decide(const Command& command, const Context& context) const = 0;
  /// Tells what other contexts may know of this one.
  virtual void tell(Facts& facts) const = 0;
  [[nodiscard]] virtual std::unique_ptr<Aggregate> clone() const = 0;
};

/// A command as the edge sees it.
struct CommandType {
  const RecordType* record = nullptr;
  std::string_view category;  ///< of the aggregate that decides it
  /// The stream that decides the command.
  StreamRef (*target)(const Command& command) = nullptr;
  /// Other streams whose facts it needs, as far as the facts known so far can tell.
  std::vector<StreamRef> (*reads)(const Command& command, const Facts& facts) = nullptr;
};

/// An aggregate as the rest of the program sees it.
struct AggregateType {
  std::string_view category;
  std::vector<const RecordType*> events;
  std::vector<CommandType> commands;
  std::unique_ptr<Aggregate> (*make)() = nullptr;
};

template <class... Ts>
struct Events {};
template <class... Ts>
struct Commands {};

template <class State, class EventList, class CommandList>
class Erased;

template <class State, class... Es, class... Cs>
class Erased<State, Events<Es...>, Commands<Cs...>> final : public Aggregate {
 public:
  void apply(const Event& event) override {
    const bool known = (apply_if<Es>(event) || ...);
    ensure(known, "an event reached an aggregate that does not know it");
  }

  [[nodiscard]] Decision decide(const Command& command, const Context& context) const override {
    Decision decision = std::vector<Event>();
    const bool known = (decide_if<Cs>(command, context, decision) || ...);
    ensure(known, "a command reached an aggregate that does not know it");
    return decision;
  }

  void tell(Facts& facts) const override {
    if constexpr (requires { state_.tell(facts); }) state_.tell(facts);
  }

  [[nodiscard]] std::unique_ptr<Aggregate> clone() const override {
    return std::make_unique<Erased>(*this);
  }

 private:
  template <class E>
  bool apply_if(const Event& event) {
    const E* typed = event.get_if<E>();
    if (typed != nullptr) state_.apply(*typed);
    return typed != nullptr;
  }

  template <class C>
  bool decide_if(const Command& command, const Context& context, Decision& decision) const {
    const C* typed = command.get_if<C>();
    if (typed != nullptr) decision = state_.decide(*typed, context);
    return typed != nullptr;
  }

  State state_;
};

/// A command struct has FIELDS, a `name`, `std::string target() const` (the id of its stream) and,
/// where it needs facts of others, `std::vector<StreamRef> reads(const Facts&) const`.
template <class State, class C>
CommandType command_type() {
  return {
      &record_type<C>, State::category,
      [](const Command& command) { return StreamRef{State::category, command.get<C>().target()}; },
      [](const Command& command, const Facts& facts) {
        if constexpr (requires(const C& c) { c.reads(facts); })
          return command.get<C>().reads(facts);
        else
          return std::vector<StreamRef>();
      }};
}

/// Describes `State` (with a `static constexpr category`, one `apply` per event, one `decide` per
/// command, and `tell` where others need facts of it) to the rest of the program.
template <class State, class... Es, class... Cs>
AggregateType describe_aggregate(Events<Es...>, Commands<Cs...>) {
  return {State::category,
          {&record_type<Es>...},
          {command_type<State, Cs>()...},
          []() -> std::unique_ptr<Aggregate> {
            return std::make_unique<Erased<State, Events<Es...>, Commands<Cs...>>>();
          }};
}

}  // namespace core
