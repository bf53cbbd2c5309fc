#include "domain/dossiers/link_checks.hpp"

#include "domain/facts.hpp"

namespace dossiers {

core::Decision LinkChecks::decide(const NoteLink& command, const core::Context& context) const {
  const auto* dossier = context.facts.find<facts::Dossier>();
  if (dossier == nullptr || !dossier->records.contains(command.record_id))
    return core::fail(core::error_of(core::ErrorKind::NotFound, "unknown-record",
                                     "Este registo não existe.", "There is no such record."));
  return std::vector<core::Event>{LinkChecked{command.dossier, command.record_id, command.url,
                                              command.answers, command.status, context.now}};
}

const core::AggregateType& link_checks_type() {
  static const auto type =
      core::describe_aggregate<LinkChecks>(core::Events<LinkChecked>(), core::Commands<NoteLink>());
  return type;
}

}  // namespace dossiers
