#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tidy {

/// One file of the project: its path from the root, and what it says.
struct File {
  std::string path;
  std::string text;
};

/// What is wrong, and in which line, counted from 1.
struct Fault {
  std::size_t line = 1;
  std::string what;
};

using Faults = std::vector<Fault>;

/// A promise of the house, held against one file at a time.
struct Rule {
  std::string_view name;
  Faults (*check)(const File&);
};

// Who may know whom (layers.cpp).
Faults includes_follow_the_layers(const File& file);
Faults contexts_keep_apart(const File& file);
Faults domain_is_pure(const File& file);

// Where a library lives (libraries.cpp).
Faults libraries_stay_at_home(const File& file);

// How the code reads (style.cpp).
Faults files_are_short(const File& file);
Faults lines_are_short(const File& file);
Faults space_is_clean(const File& file);
Faults headers_behave(const File& file);
Faults calls_are_safe(const File& file);

// What is none of a reader's business (workplace.cpp).
Faults workplace_is_unnamed(const File& file);
Faults lockfiles_name_no_address(const File& file);
Faults files_say_something(const File& file);

inline constexpr Rule rules[] = {
    {"includes_follow_the_layers", includes_follow_the_layers},
    {"contexts_keep_apart", contexts_keep_apart},
    {"domain_is_pure", domain_is_pure},
    {"libraries_stay_at_home", libraries_stay_at_home},
    {"files_are_short", files_are_short},
    {"lines_are_short", lines_are_short},
    {"space_is_clean", space_is_clean},
    {"headers_behave", headers_behave},
    {"calls_are_safe", calls_are_safe},
    {"workplace_is_unnamed", workplace_is_unnamed},
    {"lockfiles_name_no_address", lockfiles_name_no_address},
    {"files_say_something", files_say_something},
};

}  // namespace tidy
