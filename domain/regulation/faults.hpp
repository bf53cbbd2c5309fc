#pragma once

#include <string>
#include <vector>

#include "domain/regulation/regulation.hpp"

/// The checks of a regulation, in parts. All of a regulation's faults are told, not the first.
namespace regulation {

class Faults {
 public:
  void add(std::string code, std::string field, std::string pt, std::string en) {
    found_.push_back(
        core::invalid(std::move(code), std::move(field), std::move(pt), std::move(en)));
  }
  void unless(bool sound, std::string code, std::string field, std::string pt, std::string en) {
    if (!sound) add(std::move(code), std::move(field), std::move(pt), std::move(en));
  }
  void take(const core::Result<void>& checked) {
    if (!checked) found_.push_back(checked.error());
  }
  [[nodiscard]] std::vector<core::Error> found() && { return std::move(found_); }

 private:
  std::vector<core::Error> found_;
};

void check_categories(const std::vector<Category>& asked, const Regulation& regulation,
                      const std::string& field, Faults& faults);
void check_conditions(const Regulation& regulation, Faults& faults);
void check_awards(const Regulation& regulation, Faults& faults);
void check_tie_break(const Regulation& regulation, Faults& faults);

/// A title is 1 to 300 characters.
void check_title(const std::string& title, const std::string& place, Faults& faults);
void check_criterion_exists(const Regulation& regulation, const core::CriterionId& id,
                            const std::string& field, Faults& faults);
/// A section with criteria, so that there are points in it.
void check_section_is_marked(const Regulation& regulation, Section section,
                             const std::string& field, Faults& faults);

}  // namespace regulation
