#include "domain/dossiers/checks.hpp"

#include "domain/core/text.hpp"
#include "domain/dossiers/formats.hpp"

namespace dossiers {

void Checks::rule(bool kept, const std::string& field, std::string code, std::string pt,
                  std::string en) {
  if (kept || broken_) return;
  broken_ = core::invalid(std::move(code), root_ + field, std::move(pt), std::move(en));
}

void Checks::text(const std::string& field, const std::string& value, std::size_t longest) {
  if (broken_) return;
  if (auto checked = core::check_length(value, root_ + field, 1, longest); !checked)
    broken_ = std::move(checked.error());
}

void Checks::text(const std::string& field, const std::optional<std::string>& value,
                  std::size_t longest) {
  if (value) text(field, *value, longest);
}

void Checks::number(const std::string& field, std::int64_t value) {
  constexpr std::int64_t greatest = 1'000'000'000'000;
  rule(value >= 0 && value <= greatest, field, "number-range", "O número vai de 0 a um bilião.",
       "The number goes from 0 to a million million.");
}

void Checks::number(const std::string& field, const std::optional<std::int64_t>& value) {
  if (value) number(field, *value);
}

void Checks::day(const std::string& field, const core::Date& value, const core::Period& mandate) {
  period(field, {value, value}, mandate);
}

void Checks::period(const std::string& field, const core::Period& value,
                    const core::Period& mandate) {
  const auto first = mandate.first.text();
  const auto last = mandate.last.text();
  rule(value.well_ordered(), field, "period-order", "O período acaba antes de começar.",
       "The period ends before it begins.");
  rule(mandate.contains(value), field, "outside-mandate",
       "As datas têm de estar dentro do mandato desta edição, de " + first + " a " + last + ".",
       "Dates have to lie within this edition's mandate, from " + first + " to " + last + ".");
}

void Checks::nipc(const std::string& field, const std::string& value) {
  rule(core::is_nipc(value), field, "nipc",
       "Este NIPC não é válido: confirme os nove algarismos de uma pessoa coletiva.",
       "This NIPC is not valid: check the nine digits of a legal person.");
}

void Checks::web_address(const std::string& field, const std::string& value) {
  if (auto fault = web_address_fault(value))
    rule(false, field, "web-address", std::move(fault->pt), std::move(fault->en));
}

void Checks::list_length(const std::string& field, std::size_t size, std::size_t most) {
  const auto limit = std::to_string(most);
  rule(size <= most, field, "list-length", "Indique no máximo " + limit + ".",
       "Name " + limit + " at most.");
}

core::Result<void> Checks::result() const {
  if (broken_) return core::fail(*broken_);
  return {};
}

}  // namespace dossiers
