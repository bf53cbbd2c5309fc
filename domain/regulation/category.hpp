#pragma once

#include "domain/core/fields.hpp"

namespace regulation {

/// The kinds of autarquia; each competes in its own category.
enum class Category { Municipio, Freguesia, UniaoDeFreguesias };
CHOICES(Category, "municipio", "freguesia", "uniao-de-freguesias")

/// The eight sections of the caderno de candidatura.
enum class Section { I, II, III, IV, V, VI, VII, VIII };
CHOICES(Section, "I", "II", "III", "IV", "V", "VI", "VII", "VIII")

}  // namespace regulation
