#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/core/result.hpp"

namespace json {

/// A JSON object that changes shape. What is not there, or is not of the type asked for, is passed
/// over: whoever reads the changed text afterwards finds what is missing and names it.
class Payload {
 public:
  using Change = std::function<void(Payload&)>;

  /// Runs `change` over the object that `text` holds and answers the changed text, compact.
  /// Errors: "invalid-json"; "wrong-type" where it holds no object.
  [[nodiscard]] static core::Result<std::string> changed(std::string_view text,
                                                         const Change& change);

  [[nodiscard]] std::optional<std::string> text(std::string_view field) const;
  /// Whatever the field holds, as compact JSON.
  [[nodiscard]] std::optional<std::string> json(std::string_view field) const;

  void rename(std::string_view field, std::string_view to);
  void remove(std::string_view field);
  /// These add the field, or replace what it held. `json` is a JSON value: "3", "[]", "true".
  void put_text(std::string_view field, std::string_view text);
  void put_json(std::string_view field, std::string_view json);

  /// Changes the object that the field holds, or each object of the list that it holds.
  void within(std::string_view field, const Change& change);

 private:
  struct Field {
    std::string name;
    std::string json;
  };

  [[nodiscard]] const Field* find(std::string_view name) const;

  std::vector<Field> fields_;
};

}  // namespace json
