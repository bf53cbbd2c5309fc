#pragma once

#include "domain/regulation/regulation.hpp"

namespace testing_support {

/// Two sections, three criteria of 50, 30 and 20, marks 0 to 20, three jurors, a Galardão from 80
/// (one for each category) and a Bandeira from 60; open March to June 2021.
[[nodiscard]] regulation::Regulation small_regulation();

/// A rule that gives its award to every dossier of these categories, until a test asks for more.
[[nodiscard]] regulation::AwardRule award(const char* id, regulation::AwardKind kind,
                                          const char* title,
                                          const std::vector<regulation::Category>& categories);

}  // namespace testing_support
