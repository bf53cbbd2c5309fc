#include "domain/editions/edition.hpp"

#include <algorithm>

#include "domain/core/text.hpp"
#include "domain/facts.hpp"

namespace editions {
namespace {

/// No dot: it parts dossier from juror in an evaluation's name.
bool is_edition_id(const std::string& id) {
  return id.size() <= 40 && std::ranges::all_of(id, [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
         });
}

}  // namespace

void Edition::apply(const EditionOpened& event) {
  opened_ = event;
}

core::Decision Edition::decide(const OpenEdition& command, const core::Context&) const {
  if (opened_)
    return core::fail(core::error_of(core::ErrorKind::Conflict, "edition-exists",
                                     "Já existe uma edição com este código.",
                                     "There is an edition with this code already."));
  if (!is_edition_id(command.edition.text()))
    return core::fail(core::invalid(
        "edition-id", "edition", "Use até 40 letras minúsculas sem acento, algarismos e hífenes.",
        "Use up to 40 unaccented lower-case letters, digits and hyphens."));
  if (auto checked = core::check_length(command.title, "title", 1, 200); !checked)
    return core::fail(checked.error());
  if (auto checked = regulation::check(command.regulation); !checked)
    return core::fail(checked.error());
  return std::vector<core::Event>{
      EditionOpened{command.edition, command.title, command.demonstration, command.regulation}};
}

void Edition::tell(core::Facts& facts) const {
  if (opened_) facts.tell(facts::Edition{opened_->edition, opened_->regulation});
}

const core::AggregateType& edition_type() {
  static const auto type = core::describe_aggregate<Edition>(core::Events<EditionOpened>(),
                                                             core::Commands<OpenEdition>());
  return type;
}

}  // namespace editions
