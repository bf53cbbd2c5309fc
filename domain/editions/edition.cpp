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

core::Result<void> check_follows(const OpenEdition& command, const core::Facts& facts) {
  const auto known = facts.all<facts::Edition>();
  for (std::size_t i = 0; i < command.regulation.follows.size(); ++i)
    if (std::ranges::find(known, command.regulation.follows[i], &facts::Edition::id) == known.end())
      return core::fail(core::invalid(
          "unknown-edition", "regulation.follows[" + std::to_string(i) + "]",
          "Não há edição anterior com este código.", "There is no earlier edition of this name."));
  return {};
}

}  // namespace

std::vector<core::Error> faults(const OpenEdition& command) {
  std::vector<core::Error> faults;
  if (!is_edition_id(command.edition.text()))
    faults.push_back(core::invalid(
        "edition-id", "edition", "Use até 40 letras minúsculas sem acento, algarismos e hífenes.",
        "Use up to 40 unaccented lower-case letters, digits and hyphens."));
  if (auto checked = core::check_length(command.title, "title", 1, 200); !checked)
    faults.push_back(std::move(checked.error()));
  for (auto& fault : regulation::faults(command.regulation)) {
    fault.field.insert(0, "regulation.");
    faults.push_back(std::move(fault));
  }
  return faults;
}

void Edition::apply(const EditionOpened& event) {
  opened_ = event;
}

std::vector<core::StreamRef> OpenEdition::reads(const core::Facts&) const {
  std::vector<core::StreamRef> streams;
  for (const auto& earlier : regulation.follows)
    if (earlier != edition) streams.push_back({"edition", earlier.text()});
  return streams;
}

core::Decision Edition::decide(const OpenEdition& command, const core::Context& context) const {
  if (opened_)
    return core::fail(core::error_of(core::ErrorKind::Conflict, "edition-exists",
                                     "Já existe uma edição com este código.",
                                     "There is an edition with this code already."));
  if (auto found = faults(command); !found.empty()) return core::fail(std::move(found.front()));
  if (auto checked = check_follows(command, context.facts); !checked)
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
