#pragma once

#include "domain/core/fields.hpp"

namespace testing_support {

/// Meets every field that a record may have, alternatives, optional ones and items too, and makes
/// nothing of them.
class EveryField : public core::FieldVisitor {
 public:
  void begin_record() override {}
  void begin_field(std::string_view) override {}
  void end_field() override {}
  void end_record() override {}
  void text(std::string&, std::string_view) override {}
  void integer(std::int64_t&) override {}
  void boolean(bool&) override {}
  void choice(std::size_t&, std::span<const std::string_view>) override {}
  void verbatim(std::string&) override {}
  std::size_t begin_list(std::size_t) override { return 1; }
  void begin_item(std::size_t) override {}
  void end_item() override {}
  void end_list() override {}
  bool optional(bool) override { return true; }
  void begin_variant(std::span<const std::string_view>) override {}
  bool begin_alternative(std::size_t, std::size_t) override { return true; }
  void end_alternative() override {}
  void end_variant() override {}
};

}  // namespace testing_support
