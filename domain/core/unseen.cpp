#include "domain/core/unseen.hpp"

#include <algorithm>
#include <array>

namespace core {
namespace {

struct CodeRange {
  char32_t first;
  char32_t last;
};

template <std::size_t size>
bool lies_in(char32_t point, const std::array<CodeRange, size>& ranges) {
  return std::ranges::any_of(
      ranges, [&](const auto& range) { return range.first <= point && point <= range.last; });
}

}  // namespace

std::vector<char32_t> code_points(std::string_view utf8) {
  constexpr unsigned kept = 0x3F;
  std::vector<char32_t> points;
  for (const char byte : utf8) {
    const auto bits = static_cast<unsigned char>(byte);
    if ((bits & 0xC0U) == 0x80U && !points.empty())
      points.back() = (points.back() << 6U) | (bits & kept);
    else
      points.push_back(bits < 0x80U ? bits : bits < 0xE0U ? bits & 0x1FU : bits & 0x0FU);
  }
  return points;
}

/// Unicode's White_Space (PropList.txt) and Default_Ignorable_Code_Point
/// (DerivedCoreProperties.txt) but what is_control has, and the blank pattern of Braille (U+2800).
bool is_blank(char32_t point) {
  constexpr std::array blanks = std::to_array<CodeRange>({
      {'\t', '\n'},       {'\r', '\r'},       {' ', ' '},       {0xA0, 0xA0},
      {0xAD, 0xAD},       {0x34F, 0x34F},     {0x61C, 0x61C},   {0x115F, 0x1160},
      {0x1680, 0x1680},   {0x17B4, 0x17B5},   {0x180B, 0x180F}, {0x2000, 0x200F},
      {0x2028, 0x2029},   {0x202F, 0x202F},   {0x205F, 0x2065}, {0x206A, 0x206F},
      {0x2800, 0x2800},   {0x3000, 0x3000},   {0x3164, 0x3164}, {0xFE00, 0xFE0F},
      {0xFEFF, 0xFEFF},   {0xFFA0, 0xFFA0},   {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3},
      {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
  });
  return lies_in(point, blanks);
}

bool is_control(char32_t point) {
  constexpr std::array<CodeRange, 4> controls = {
      {{0, 0x1F}, {0x7F, 0x9F}, {0x202A, 0x202E}, {0x2066, 0x2069}}};
  return lies_in(point, controls) && !is_blank(point);
}

bool has_unseen(std::string_view utf8) {
  return std::ranges::any_of(code_points(utf8),
                             [](char32_t point) { return is_blank(point) || is_control(point); });
}

}  // namespace core
