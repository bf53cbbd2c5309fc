#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <stdexcept>

#include "eventstore/bytes.hpp"
#include "eventstore/export_format.hpp"
#include "eventstore/import.hpp"
#include "eventstore/inspection.hpp"
#include "eventstore/memory_log.hpp"
#include "eventstore/memory_store.hpp"
#include "eventstore/verify.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/stores.hpp"

namespace eventstore::testing {
namespace {

class ExportTest : public StoresTest {
 protected:
  ExportTest() { fill(*open("data"), "a", 4); }

  /// What `write` writes.
  template <class Write>
  std::string written_by(const Write& write) {
    std::ofstream out(at("export"), std::ios::binary);
    write(out);
    out.close();
    auto bytes = bytes_of(at("export"));
    std::filesystem::remove(at("export"));
    return bytes;
  }

  std::string exported(const std::string& name = "data") {
    return written_by([&](std::ostream& out) {
      EXPECT_TRUE(
          Inspection::open(at(name), person_keys_in(at(name))).value()->store().export_to(out));
    });
  }

  core::Result<Imported> import(const std::string& bytes,
                                const std::optional<std::filesystem::path>& key = std::nullopt,
                                const std::string& name = "imported") {
    std::istringstream in(bytes);
    return import_store(in, at(name), key, std::nullopt, "log");
  }

  /// Refused, and nothing left.
  void expect_refused(const std::string& bytes, const std::string& what) {
    EXPECT_EQ(code_of(import(bytes)), "export-invalid") << what;
    EXPECT_EQ(names(), std::vector<std::string>{"data"}) << what;
  }
};

TEST_F(ExportTest, AnImportAnswersTheSameAndHasTheSameRoot) {
  const auto before = answers_of(*open("data"), {"a"});
  const auto imported = import(exported(), log_key_in(at("data"))).value();
  EXPECT_EQ(imported.log.tree, open("data")->tree());
  EXPECT_EQ(imported.log.commands, 5U);
  EXPECT_TRUE(verify(at("imported"))->sound());
  const auto store = open("imported");
  EXPECT_EQ(answers_of(*store, {"a"}), before);
  EXPECT_EQ(store->tree(), imported.log.tree);
  const auto again = store->append(command("a1", dossier("a"), {"a1-1", "a1-2"}));
  EXPECT_TRUE(again->repeated);
  EXPECT_EQ(again->answer, "answer to a1");
}

TEST_F(ExportTest, WithTheLogsOwnKeyItGoesOnAsTheSameLog) {
  const auto receipt = open("data")->receipt(3);
  const auto imported = import(exported(), log_key_in(at("data"))).value();
  EXPECT_EQ(imported.goes_on_under, imported.signed_by);
  EXPECT_TRUE(verify_receipt(receipt, open("imported")->verifier()));
}

TEST_F(ExportTest, WithoutItTheLogGoesOnUnderANewKey) {
  const auto verifier = open("data")->verifier().text();
  write_bytes(at("log.pub"), verifier + "\n");
  const auto imported = import(exported(), at("log.pub")).value();
  EXPECT_EQ(imported.signed_by, verifier);
  EXPECT_NE(imported.goes_on_under, verifier);
  EXPECT_EQ(open("imported")->verifier().text(), imported.goes_on_under);
  EXPECT_EQ(open("imported")->tree(), open("data")->tree());
}

TEST_F(ExportTest, IsHeldToTheKeyGiven) {
  (void)open("other");
  const auto bytes = exported();
  EXPECT_EQ(code_of(import(bytes, log_key_in(at("other")))), "export-invalid");
  write_bytes(at("no-key"), "not a key");
  EXPECT_EQ(code_of(import(bytes, at("no-key"))), "log-key-invalid");
  EXPECT_EQ(code_of(import(bytes, at("nothing"))), "place-unavailable");
}

TEST_F(ExportTest, HoldsNoSecret) {
  const auto key = bytes_of(log_key_in(at("data")));
  const auto secret = key.substr(key.rfind('+') + 1, 40);
  EXPECT_EQ(exported().find(secret), std::string::npos);
  EXPECT_EQ(exported().find("PRIVATE"), std::string::npos);
}

TEST_F(ExportTest, OfTheSameLogIsTheSameFromEveryEngine) {
  const auto bytes = exported();
  ASSERT_TRUE(import(bytes, log_key_in(at("data"))));
  EXPECT_EQ(exported("imported"), bytes);
  const auto memory = make_memory_store(clock_, entropy_);
  fill(*memory, "m", 3);
  const auto of_memory =
      written_by([&](std::ostream& out) { EXPECT_TRUE(memory->export_to(out)); });
  const auto imported = import(of_memory, std::nullopt, "from-memory").value();
  EXPECT_EQ(imported.log.tree, memory->tree());
  EXPECT_EQ(answers_of(*open("from-memory"), {"m"}), answers_of(*memory, {"m"}));
}

TEST_F(ExportTest, AnEmptyLogGoesThrough) {
  (void)open("empty");
  const auto imported = import(exported("empty")).value();
  EXPECT_EQ(imported.log.tree.size, 0U);
  EXPECT_TRUE(open("imported")->append(command("c", dossier("a"), {"first"})));
}

TEST_F(ExportTest, ALogOfManyBatchesGoesThrough) {
  fill(*open("data"), "b", 400);
  const auto imported = import(exported(), log_key_in(at("data"))).value();
  EXPECT_EQ(imported.log.tree, open("data")->tree());
  EXPECT_EQ(answers_of(*open("imported"), {"a", "b"}), answers_of(*open("data"), {"a", "b"}));
}

/// Reads it into a log in memory.
std::string refusal_of(const std::string& bytes) {
  std::istringstream in(bytes);
  auto reader = ExportReader::open(in, std::nullopt);
  if (!reader) return reader.error().code;
  MemoryLog log;
  return code_of(import_log(*reader, log, {}));
}

TEST_F(ExportTest, AByteChangedAnywhereIsRefused) {
  const auto sound = exported();
  ASSERT_EQ(refusal_of(sound), "");
  for (std::size_t at = 0; at < sound.size(); ++at) {
    auto bytes = sound;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x01);
    ASSERT_EQ(refusal_of(bytes), "export-invalid") << "offset " << at;
  }
}

TEST_F(ExportTest, OneCutOffAnywhereIsRefused) {
  const auto sound = exported();
  for (std::size_t size = 0; size < sound.size(); ++size)
    ASSERT_EQ(refusal_of(sound.substr(0, size)), "export-invalid") << "size " << size;
  expect_refused(sound.substr(0, sound.size() - 1), "the last byte");
  expect_refused(sound.substr(0, sound.size() / 2), "half of it");
  expect_refused(sound + "x", "more after its end");
  expect_refused(sound + sound, "twice");
}

/// An export that its key signed as it stands, but whose items are not those of a log.
class ForgedExport : public ExportTest {
 protected:
  ForgedExport() {
    std::istringstream in(exported());
    auto reader = ExportReader::open(in, std::nullopt).value();
    for (;;) {
      auto item = reader.next().value();
      if (auto* entry = std::get_if<Entry>(&item)) entries_.push_back(*entry);
      if (auto* known = std::get_if<KnownCommand>(&item)) commands_.push_back(*known);
      if (const auto* end = std::get_if<ExportEnd>(&item)) {
        tree_ = end->tree;
        return;
      }
    }
  }

  std::string written() {
    const auto key = LogKey::read(log_key_in(at("data"))).value().value();
    return written_by([&](std::ostream& out) {
      ExportWriter writer(out, key);
      for (const auto& entry : entries_) writer.event(entry.envelope);
      for (const auto& known : commands_) writer.command(known);
      writer.end(tree_);
    });
  }

  std::vector<Entry> entries_;
  std::vector<KnownCommand> commands_;
  merkle::TreeHead tree_;
};

TEST_F(ForgedExport, AsItIsItIsTheSame) {
  EXPECT_EQ(written(), exported());
}

TEST_F(ForgedExport, EventsInAnotherOrderAreRefused) {
  std::swap(entries_.at(2), entries_.at(3));
  expect_refused(written(), "swapped");
}

TEST_F(ForgedExport, AMissingEventIsRefused) {
  entries_.erase(entries_.begin() + 4);
  expect_refused(written(), "one left out");
}

TEST_F(ForgedExport, AMissingEndIsRefused) {
  entries_.pop_back();
  expect_refused(written(), "the last left out");
}

TEST_F(ForgedExport, ARootThatWasNotSignedIsRefused) {
  tree_.root.front() ^= 1U;
  expect_refused(written(), "another root");
}

TEST_F(ForgedExport, CommandsInAnotherOrderOrTwiceAreRefused) {
  std::swap(commands_.at(0), commands_.at(1));
  expect_refused(written(), "swapped");
  commands_.at(1) = commands_.at(0);
  expect_refused(written(), "twice");
}

TEST_F(ForgedExport, ACommandWithoutItsEventsIsRefused) {
  commands_.at(1).second.applied.first = 2;
  expect_refused(written(), "of other events");
}

TEST_F(ForgedExport, AnEventWithoutItsCommandIsRefused) {
  commands_.erase(commands_.begin() + 1);
  expect_refused(written(), "left out");
}

TEST_F(ExportTest, ALengthThatPromisesTooMuchIsNotBelieved) {
  const auto head = exported().substr(0, exported().find("ASEV") - 5);
  expect_refused(head + "E\xff\xff\xff\xff", "4 GiB");
}

TEST_F(ExportTest, AnInterruptedImportLeavesNothing) {
  std::istringstream in(exported());
  const auto interrupt = [](auto) { throw std::runtime_error("interrupted"); };
  EXPECT_THROW((void)import_store(in, at("imported"), std::nullopt, std::nullopt, "log", interrupt),
               std::runtime_error);
  EXPECT_EQ(names(), std::vector<std::string>{"data"});
}

TEST_F(ExportTest, AnImportGoesOnlyWhereThereIsNothing) {
  EXPECT_EQ(code_of(import(exported(), std::nullopt, "data")), "place-not-empty");
}

TEST_F(ExportTest, ALogThatIsNotWhatItsCheckpointSignedIsNotExported) {
  std::filesystem::rename(at("data") / "checkpoint", at("away"));
  EXPECT_EQ(code_of(Inspection::open(at("data"), person_keys_in(at("data")))),
            "checkpoint-unreadable");
}

TEST_F(ExportTest, ADiskThatIsFullIsNoticed) {
  std::ofstream full("/dev/full", std::ios::binary);
  EXPECT_EQ(code_of(open("data")->export_to(full)), "place-unavailable");
}

TEST_F(ExportTest, AnInspectedStoreIsReadAndNotWritten) {
  const auto files = [&] { return files_with(at("data"), ".sst", ""); };
  const auto before = files();
  {
    const auto inspection = Inspection::open(at("data"), person_keys_in(at("data"))).value();
    EXPECT_EQ(inspection->store().head(), 12U);
    EXPECT_EQ(code_of(inspection->store().append(command("c", dossier("a"), {"x"}))),
              "store-read-only");
    EXPECT_EQ(code_of(inspection->store().commit({"results", 1}, 1, {})), "store-read-only");
    EXPECT_TRUE(verify_receipt(inspection->store().receipt(7), inspection->store().verifier()));
    EXPECT_EQ(code_of(open_rocksdb_store(at("data"), clock_, entropy_)), "store-in-use");
    EXPECT_EQ(code_of(Inspection::open(at("data"), person_keys_in(at("data")))), "store-in-use");
  }
  EXPECT_EQ(files(), before);
}

}  // namespace
}  // namespace eventstore::testing
