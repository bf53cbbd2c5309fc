#pragma once

#include <optional>
#include <string_view>

/// What the fields and choices of a dossier's records are called on paper, in Portuguese.
namespace server::print {

/// "people_reached" is "Pessoas abrangidas"; nothing where no record has such a field.
[[nodiscard]] std::optional<std::string_view> label_of_field(std::string_view name);
/// "running" is "Em curso"; nothing where no record has such a choice.
[[nodiscard]] std::optional<std::string_view> label_of_choice(std::string_view name);

}  // namespace server::print
