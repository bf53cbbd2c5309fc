#include "json/fault_place.hpp"

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <algorithm>
#include <optional>
#include <string>

namespace json {
namespace {

/// Bytes before the first that cannot stand there; nothing where RapidJSON takes the text.
std::optional<std::size_t> offset_of_fault(std::string_view text) {
  constexpr auto flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  rapidjson::Reader reader;
  rapidjson::MemoryStream stream(text.data(), text.size());
  rapidjson::BaseReaderHandler<> nobody;
  const auto parsed = reader.Parse<flags>(stream, nobody);
  if (!parsed.IsError()) return std::nullopt;
  return std::min(parsed.Offset(), text.size());
}

}  // namespace

core::Error no_json(std::string_view text) {
  const auto offset = offset_of_fault(text);
  if (!offset)
    return core::invalid("invalid-json", "",
                         "O texto não é JSON que se possa ler: há um número "
                         "grande de mais ou demasiados níveis.",
                         "The text is no JSON that can be read: a number is too large, or it is "
                         "too deep.");
  const auto before = text.substr(0, *offset);
  const auto line = std::to_string(std::ranges::count(before, '\n') + 1);
  const auto column = std::to_string(before.size() - (before.rfind('\n') + 1) + 1);
  return core::invalid(
      "invalid-json", "",
      "O texto não é JSON válido em UTF-8 (linha " + line + ", coluna " + column + ").",
      "The text is not valid JSON in UTF-8 (line " + line + ", column " + column + ").");
}

}  // namespace json
