#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/core/ids.hpp"

namespace core {

/// Whose words something is, by a pseudonym: an account's id, or a name made of what the person
/// answers for ("Responsible-2021-1701"), which no account can bear.
using PersonId = Id<struct PersonTag>;

/// What stands where a person's words were erased.
inline constexpr std::string_view erased_words = "[dados apagados]";

/// A text that belongs to a person. The log keeps it apart from the rest of its event, under that
/// person's key; an event that has such a field names the person by `PersonId person() const`.
/// Anywhere else it is a text like any other.
class Personal {
 public:
  static constexpr std::string_view format = "personal";
  static constexpr std::string_view rule_pt{};
  static constexpr std::string_view rule_en{};

  Personal() = default;
  Personal(std::string text) : text_(std::move(text)) {}  // NOLINT(google-explicit-constructor)
  Personal(const char* text) : text_(text) {}             // NOLINT(google-explicit-constructor)
  operator const std::string&() const { return text_; }   // NOLINT(google-explicit-constructor)

  /// Any text will do.
  static std::optional<Personal> parse(std::string_view text) {
    return Personal(std::string(text));
  }
  static Personal erased() { return {std::string(erased_words)}; }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_erased() const { return text_ == erased_words; }

  friend bool operator==(const Personal&, const Personal&) = default;

 private:
  std::string text_;
};

}  // namespace core
