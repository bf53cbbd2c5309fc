#include "eventstore/verify.hpp"

#include <gtest/gtest.h>

#include "eventstore/envelope.hpp"
#include "eventstore/errors.hpp"
#include "eventstore/rocksdb_database.hpp"
#include "eventstore/rocksdb_keys.hpp"
#include "eventstore/rocksdb_store.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/support.hpp"

namespace eventstore::testing {
namespace {

/// A closed store with six events: dossier/a 1 3 5, edition/2021 2 4 6, in three appends, and a
/// command without events.
class VerifyTest : public ::testing::Test {
 protected:
  VerifyTest() {
    const auto store = open();
    for (const std::string name : {"x", "y", "z"}) {
      auto append = command("c-" + name, dossier("a"), {"payload-" + name + "-1"});
      append.events.push_back({{"edition", "2021"}, "counted", 1, "payload-" + name + "-2"});
      EXPECT_TRUE(store->append(append));
    }
    EXPECT_TRUE(store->append(command("c-empty", dossier("a"), {})));
  }

  std::unique_ptr<Store> open() {
    return open_rocksdb_store(folder_.path(), clock_, entropy_).value();
  }

  Verification verified() { return verify(folder_.path()).value(); }

  /// Position of the first fault; 0 when the store is sound.
  Position fault() {
    const auto result = verified();
    return result.fault ? result.fault->position : 0;
  }

  /// Lets `change` write what it likes, in good order for the engine.
  template <class Change>
  void tamper(Change change) {
    const auto database = Database::open(folder_.path(), Access::Write).value();
    rocksdb::WriteBatch batch;
    change(*database, batch);
    ASSERT_TRUE(database->write(batch, true));
  }

  TemporaryFolder folder_;
  ManualClock clock_;
  CountingEntropy entropy_;
};

TEST_F(VerifyTest, ASoundStoreIsSound) {
  std::uint64_t done = 0;
  std::uint64_t of = 0;
  const auto result = verify(folder_.path(), [&](std::uint64_t at, std::uint64_t total) {
    done = at;
    of = total;
  });
  EXPECT_TRUE(result->sound());
  EXPECT_EQ(result->checked, 6U);
  EXPECT_EQ(done, of);
  EXPECT_GT(of, 0U);
}

TEST_F(VerifyTest, AnEmptyStoreIsSound) {
  const TemporaryFolder folder;
  (void)open_rocksdb_store(folder.path(), clock_, entropy_).value();
  EXPECT_TRUE(verify(folder.path())->sound());
}

TEST_F(VerifyTest, NoticesAByteChangedInAnyPartOfAnEvent) {
  const auto size = encode_envelope(open()->read_all(4, 1).at(0)).size();
  // magic, format, position, version, recorded-at, id, schema, salt, texts, payload, crc
  for (const std::size_t offset : {0, 4, 5, 20, 28, 29, 46, 47, 79, 81, 90, 100, 120}) {
    ASSERT_LT(offset, size);
    rewrite_event(folder_.path(), 4, offset);
    const auto result = verified();
    ASSERT_FALSE(result.sound()) << "offset " << offset;
    EXPECT_EQ(result.fault->position, 4U);
    EXPECT_EQ(result.checked, 3U);
    rewrite_event(folder_.path(), 4, offset);
  }
  rewrite_event(folder_.path(), 4, size - 1);
  EXPECT_EQ(fault(), 4U);
}

TEST_F(VerifyTest, NoticesAByteChangedInATableFileAndNamesTheEvent) {
  const auto files = files_with(folder_.path(), ".sst", "payload-y-2");
  ASSERT_EQ(files.size(), 1U);
  flip_byte_of(files.front(), "payload-y-2");
  const auto result = verified();
  ASSERT_TRUE(result.fault);
  EXPECT_EQ(result.fault->position, 4U);
  EXPECT_EQ(result.checked, 3U);
  EXPECT_EQ(result.fault->error.code, "store-damaged");
}

TEST_F(VerifyTest, NoticesAByteChangedAnywhereInTheEventsTable) {
  const auto file = files_with(folder_.path(), ".sst", "payload-y-2").at(0);
  const auto sound = bytes_of(file);
  const auto last = sound.rfind("payload-z-2");
  for (auto offset = sound.find("ASEV"); offset < last; offset += 29) {
    flip_byte(file, offset);
    EXPECT_NE(fault(), 0U) << "offset " << offset;
    write_bytes(file, sound);
  }
  EXPECT_EQ(fault(), 0U);
}

TEST_F(VerifyTest, NoticesAByteChangedInARow) {
  ASSERT_TRUE(open()->commit({"results", 1}, 6, std::vector<RowChange>{{"k", "row-canary"}}));
  const auto files = files_with(folder_.path(), ".sst", "row-canary");
  ASSERT_EQ(files.size(), 1U);
  flip_byte_of(files.front(), "row-canary");
  const auto result = verified();
  ASSERT_TRUE(result.fault);
  EXPECT_EQ(result.checked, 6U) << "no event is at fault";
}

TEST_F(VerifyTest, NoticesAByteChangedInTheWriteAheadLogOfAKilledStore) {
  const TemporaryFolder copy;
  {
    const auto store = open();
    ASSERT_TRUE(store->append(command("c-late", dossier("a"), {"late-1", "late-2"})));
    ASSERT_TRUE(store->append(command("c-last", dossier("a"), {"last"})));
    copy_store(folder_.path(), copy.path());
  }
  const auto file = files_with(copy.path(), ".log", "late-2").at(0);
  ASSERT_TRUE(verify(copy.path())->sound());
  flip_byte_of(file, "late-2");
  EXPECT_EQ(verify(copy.path())->fault.value().position, 7U);
  EXPECT_EQ(code_of(open_rocksdb_store(copy.path(), clock_, entropy_)), "store-damaged");
}

TEST_F(VerifyTest, NoticesAMissingEvent) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    batch.Delete(database[Family::Events], keys::of_position(3));
  });
  EXPECT_EQ(fault(), 3U);
}

TEST_F(VerifyTest, NoticesAMissingIndexEntry) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    batch.Delete(database[Family::Streams], keys::of_version(dossier("a"), 2));
  });
  EXPECT_EQ(fault(), 3U);
}

TEST_F(VerifyTest, NoticesAMissingCategoryEntry) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    batch.Delete(database[Family::Categories], keys::of_category("edition", 2));
  });
  EXPECT_EQ(fault(), 2U);
}

TEST_F(VerifyTest, NoticesAMissingCommand) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    batch.Delete(database[Family::Commands], "c-z");
  });
  EXPECT_EQ(fault(), 5U);
}

TEST_F(VerifyTest, NoticesACommandThatClaimsTooMuch) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    batch.Put(database[Family::Commands], "c-z",
              encode_command({digest(1), {5, 3, "", instant(0), false}}));
  });
  EXPECT_EQ(fault(), 7U);
}

TEST_F(VerifyTest, NoticesIndexEntriesWithoutTheirEvent) {
  struct Entry {
    Family family;
    std::string key;
    std::string value;
  };
  const std::vector<Entry> strangers{
      {Family::Streams, keys::of_version(dossier("b"), 1), keys::of_position(3)},
      {Family::Streams, keys::of_version(dossier("a"), 4), keys::of_position(9)},
      {Family::Categories, keys::of_category("jury", 3), "noted"},
      {Family::Commands, "c-w", encode_command({digest(1), {3, 2, "", instant(0), false}})}};
  for (const auto& stranger : strangers) {
    tamper([&](const Database& database, rocksdb::WriteBatch& batch) {
      batch.Put(database[stranger.family], stranger.key, stranger.value);
    });
    EXPECT_FALSE(verified().sound()) << static_cast<int>(stranger.family);
    tamper([&](const Database& database, rocksdb::WriteBatch& batch) {
      batch.Delete(database[stranger.family], stranger.key);
    });
    EXPECT_TRUE(verified().sound());
  }
}

TEST_F(VerifyTest, NoticesAVersionThatIsSkipped) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    StoredEvent event;
    std::string envelope;
    const auto key = keys::of_position(5);
    ASSERT_TRUE(
        database.db().Get(rocksdb::ReadOptions(), database[Family::Events], key, &envelope).ok());
    event = decode_envelope(5, envelope).value();
    event.version = 4;
    batch.Put(database[Family::Events], key, encode_envelope(event));
    batch.Delete(database[Family::Streams], keys::of_version(dossier("a"), 3));
    batch.Put(database[Family::Streams], keys::of_version(dossier("a"), 4), key);
  });
  EXPECT_EQ(fault(), 5U);
}

TEST_F(VerifyTest, NoticesThatTheEndIsGone) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    for (const Position position : {5, 6}) {
      batch.Delete(database[Family::Events], keys::of_position(position));
      batch.Delete(database[Family::Streams], keys::of_version(dossier("a"), 3));
      batch.Delete(database[Family::Streams], keys::of_version({"edition", "2021"}, 3));
      batch.Delete(database[Family::Categories], keys::of_category("dossier", 5));
      batch.Delete(database[Family::Categories], keys::of_category("edition", 6));
      batch.Delete(database[Family::Commands], "c-z");
    }
  });
  EXPECT_EQ(fault(), 0U) << "nodes of the Merkle tree are left over";
  EXPECT_FALSE(verified().sound());
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    for (const std::uint64_t leaf : {4, 5})
      batch.Delete(database[Family::Merkle], keys::of_node(0, leaf));
    batch.Delete(database[Family::Merkle], keys::of_node(1, 2));
  });
  EXPECT_EQ(fault(), 5U);
  const auto store = open();
  EXPECT_EQ(store->head(), 4U);
  EXPECT_EQ(code_of(store->append(command("c-new", dossier("a"), {"new"}))),
            "log-behind-checkpoint");
}

TEST_F(VerifyTest, NoticesALogThatWasRewrittenInGoodOrder) {
  const TemporaryFolder other;
  std::filesystem::remove(other.path());
  copy_store(folder_.path(), other.path());
  std::filesystem::remove_all(other.path() / "events");
  std::filesystem::remove(other.path() / "checkpoint");
  {
    const auto store = open_rocksdb_store(other.path(), clock_, entropy_).value();
    for (int i = 0; i < 6; ++i) {
      const auto id = "c-" + std::to_string(i);
      ASSERT_TRUE(store->append(command(id, dossier("a"), {"another story"})));
    }
  }
  std::filesystem::copy_file(folder_.path() / "checkpoint", other.path() / "checkpoint",
                             std::filesystem::copy_options::overwrite_existing);
  const auto result = verify(other.path()).value();
  ASSERT_FALSE(result.sound());
  EXPECT_EQ(result.fault->error.code, "log-differs-from-checkpoint");
  const auto store = open_rocksdb_store(other.path(), clock_, entropy_).value();
  EXPECT_EQ(store->read_all(1, 9).size(), 6U) << "it can be read";
  EXPECT_EQ(code_of(store->append(command("c-new", dossier("a"), {"new"}))),
            "log-differs-from-checkpoint");
  EXPECT_EQ(code_of(store->health()), "log-differs-from-checkpoint");
  EXPECT_THROW((void)store->checkpoint(), Damaged) << "two trees under one signature";
  EXPECT_THROW((void)store->receipt(1), Damaged);
}

TEST_F(VerifyTest, NoticesACheckpointThatIsGoneOrNotTheLogsOwn) {
  std::filesystem::rename(folder_.path() / "checkpoint", folder_.path() / "away");
  EXPECT_EQ(verified().fault->error.code, "checkpoint-unreadable");
  EXPECT_EQ(code_of(open()->append(command("c-new", dossier("a"), {"new"}))),
            "checkpoint-unreadable");
  write_bytes(folder_.path() / "checkpoint", "log\n6\nAAAA\n\n");
  EXPECT_EQ(verified().fault->error.code, "checkpoint-unreadable");
  std::filesystem::rename(folder_.path() / "away", folder_.path() / "checkpoint");
  EXPECT_TRUE(open()->append(command("c-new", dossier("a"), {"new"})));
}

TEST_F(VerifyTest, NoticesANodeOfTheMerkleTreeThatIsNotTheEvents) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    batch.Put(database[Family::Merkle], keys::of_node(0, 2), std::string(32, 'x'));
  });
  EXPECT_EQ(fault(), 3U);
}

TEST_F(VerifyTest, NoticesAStrangerInTheMerkleTree) {
  tamper([](const Database& database, rocksdb::WriteBatch& batch) {
    batch.Put(database[Family::Merkle], keys::of_node(8, 0), std::string(32, 'x'));
  });
  EXPECT_FALSE(verified().sound());
}

TEST_F(VerifyTest, ChangesNothing) {
  const auto before = files_with(folder_.path(), ".sst", "");
  (void)verified();
  EXPECT_EQ(files_with(folder_.path(), ".sst", ""), before);
  EXPECT_EQ(open()->head(), 6U);
}

TEST_F(VerifyTest, WaitsForNobody) {
  const auto store = open();
  EXPECT_EQ(code_of(verify(folder_.path())), "store-in-use");
}

TEST_F(VerifyTest, NeedsAStore) {
  EXPECT_EQ(code_of(verify(folder_.path() / "elsewhere")), "store-unavailable");
  const TemporaryFolder empty;
  EXPECT_EQ(code_of(verify(empty.path())), "store-unavailable");
}

}  // namespace
}  // namespace eventstore::testing
