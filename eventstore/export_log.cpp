#include "eventstore/export_log.hpp"

#include <ostream>
#include <utility>
#include <vector>

#include "domain/core/assert.hpp"
#include "eventstore/envelope.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/export_format.hpp"
#include "eventstore/merkle_proof.hpp"
#include "eventstore/statement.hpp"
#include "eventstore/storage.hpp"
#include "eventstore/transfer_errors.hpp"

namespace eventstore {
namespace {

constexpr std::size_t at_once = 1024;
constexpr std::size_t enough_bytes = std::size_t{4} << 20;

/// Writes the events and answers the tree over what it wrote.
core::Result<merkle::TreeHead> write_events(const Storage& log, Position head, ExportWriter& writer,
                                            const ExportProgress& progress) {
  merkle::Frontier tree;
  while (tree.size() < head) {
    const auto events = log.read_all(tree.size() + 1, at_once, head);
    if (!events) return core::fail(events.error());
    std::vector<merkle::Node> nodes;
    for (const auto& event : *events) {
      const auto envelope = encode_envelope(event);
      tree.append(merkle::leaf_hash(statement_of(event, envelope)), nodes);
      writer.event(envelope);
    }
    if (progress) progress(tree.size());
  }
  return tree.head();
}

core::Result<std::uint64_t> write_commands(const Storage& log, Position head,
                                           ExportWriter& writer) {
  std::uint64_t written = 0;
  for (core::CommandId after;;) {
    const auto commands = log.read_commands(after, at_once, head);
    if (!commands) return core::fail(commands.error());
    if (commands->empty()) return written;
    for (const auto& command : *commands) writer.command(command);
    written += commands->size();
    after = commands->back().first;
  }
}

/// Gathers what comes into batches of a bounded size.
class Import {
 public:
  Import(ExportReader& in, Storage& log, const ExportProgress& progress)
      : in_(in), log_(log), progress_(progress) {}

  core::Result<Exported> run() {
    for (;;) {
      auto item = in_.next();
      if (!item) return core::fail(item.error());
      if (const auto* end = std::get_if<ExportEnd>(&*item)) return finish(*end);
      if (auto* entry = std::get_if<Entry>(&*item)) add(std::move(*entry));
      if (auto* command = std::get_if<KnownCommand>(&*item)) add(std::move(*command));
      if (full())
        if (auto written = write(); !written) return core::fail(written.error());
    }
  }

 private:
  void add(Entry entry) {
    bytes_ += entry.envelope.size();
    tree_.append(merkle::leaf_hash(statement_of(entry.event, entry.envelope)), batch_.nodes);
    for (const auto& value : entry.event.personal) {
      personal_ = personal_ || !value.sealed.empty();
      if (value.path.empty()) batch_.erased[value.person] = entry.event.position;
    }
    batch_.entries.push_back(std::move(entry));
  }

  void add(KnownCommand command) {
    bytes_ += command.second.applied.answer.size();
    batch_.commands.insert(std::move(command));
    ++commands_;
  }

  [[nodiscard]] bool full() const {
    return bytes_ >= enough_bytes || batch_.entries.size() + batch_.commands.size() >= at_once;
  }

  core::Result<void> write() {
    batch_.tree = tree_.head();
    auto written = log_.write(batch_);
    batch_ = {};
    bytes_ = 0;
    if (progress_) progress_(in_.taken());
    return written;
  }

  core::Result<Exported> finish(const ExportEnd& end) {
    if (end.tree != tree_.head())
      return core::fail(export_invalid("os registos não dão a raiz assinada.",
                                       "its events do not give the root that was signed."));
    if (auto written = write(); !written) return core::fail(written.error());
    return Exported{end.tree, commands_, personal_};
  }

  ExportReader& in_;
  Storage& log_;
  const ExportProgress& progress_;
  merkle::Frontier tree_;
  Batch batch_;
  std::size_t bytes_ = 0;
  std::uint64_t commands_ = 0;
  bool personal_ = false;
};

}  // namespace

/// What the log's own tree says must be what its events say, or it would be signed all the same.
core::Result<Exported> export_log(const Storage& log, Position head, const LogKey& key,
                                  std::ostream& out, const ExportProgress& progress) {
  const auto root = merkle::root_of_range(0, head, nodes_of(log));
  if (!root) return core::fail(root.error());
  ExportWriter writer(out, key);
  const auto tree = write_events(log, head, writer, progress);
  if (!tree) return core::fail(tree.error());
  if (tree->root != *root) return core::fail(damaged_store("Merkle tree"));
  const auto commands = write_commands(log, head, writer);
  if (!commands) return core::fail(commands.error());
  writer.end(*tree);
  if (!out.flush()) return core::fail(place_unavailable("export", "write failed"));
  return Exported{*tree, *commands};
}

core::Result<Exported> import_log(ExportReader& in, Storage& log, const ExportProgress& progress) {
  core::ensure(log.tail().head() == 0, "a log is imported into an empty one");
  return Import(in, log, progress).run();
}

}  // namespace eventstore
