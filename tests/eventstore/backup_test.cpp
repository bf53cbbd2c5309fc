#include "eventstore/backup.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <atomic>
#include <stdexcept>
#include <thread>

#include "eventstore/checkpoint.hpp"
#include "eventstore/log_key.hpp"
#include "eventstore/merkle_proof.hpp"
#include "eventstore/store_copy.hpp"
#include "eventstore/verify.hpp"
#include "tests/eventstore/child.hpp"
#include "tests/eventstore/damage.hpp"
#include "tests/eventstore/stores.hpp"

namespace eventstore::testing {
namespace {

struct Interrupted : std::runtime_error {
  Interrupted() : std::runtime_error("interrupted") {}
};

/// Ends the work at its nth sign of life.
Progress ending_at(int tick) {
  return [tick, seen = 0](std::uint64_t, std::uint64_t) mutable {
    if (++seen == tick) throw Interrupted();
  };
}

class BackupTest : public StoresTest {
 protected:
  BackupTest() {
    fill(*open("data"), "a", 20);
    std::filesystem::create_directory(at("data") / "keys");
    write_bytes(at("data") / "keys" / "ana", "key of ana");
  }

  core::Result<Backup> back_up_now(const Progress& progress = {}) {
    return back_up(at("data"), at("backups"), {at("data") / "keys"}, progress);
  }
  core::Result<Backup> restore_into(const std::string& name, const Progress& progress = {}) {
    return restore(at("backups"), at(name), {"keys"}, progress);
  }
};

TEST_F(BackupTest, ABackupIsAWholeStoreWhoseCheckpointSignsAllOfIt) {
  const auto backup = back_up_now().value();
  EXPECT_EQ(backup.folder, at("backups") / "000001");
  EXPECT_EQ(backup.tree.size, 60U);
  const auto verified = verify(backup.folder).value();
  EXPECT_TRUE(verified.sound());
  EXPECT_EQ(verified.tree, backup.tree);
  const auto key = LogKey::read(log_key_in(at("data"))).value().value();
  EXPECT_EQ(open_checkpoint(key.verifier(), bytes_of(backup.folder / "checkpoint")), backup.tree);
  EXPECT_EQ(open("data")->tree(), backup.tree);
}

TEST_F(BackupTest, ARestoreAnswersTheSame) {
  const auto receipt = open("data")->receipt(7);
  const auto before = answers_of(*open("data"), {"a"});
  ASSERT_TRUE(back_up_now());
  ASSERT_TRUE(restore_into("restored"));
  const auto store = open("restored");
  EXPECT_EQ(answers_of(*store, {"a"}), before);
  EXPECT_EQ(bytes_of(at("restored") / "keys" / "ana"), "key of ana");
  EXPECT_TRUE(verify_receipt(receipt, store->verifier())) << "the log's key came along";
  EXPECT_TRUE(store->append(command("c-new", dossier("a"), {"goes on"})));
}

TEST_F(BackupTest, NoFileOfABackupHoldsAnythingOfARow) {
  const auto holds = [&](const std::filesystem::path& folder, const char* word) {
    return !files_with(folder, ".sst", word).empty() || !files_with(folder, ".log", word).empty() ||
           !files_with(folder, "", word).empty();
  };
  const std::vector<RowChange> rows{{"canary-key", "secret of Ana"}};
  const auto store = open("data");
  ASSERT_TRUE(store->commit({"results", 1}, 60, rows));
  ASSERT_TRUE(store->snapshot(at("snapshot")));
  ASSERT_TRUE(store->commit({"results", 2}, 60, rows));
  copy_store(at("data"), at("killed"));
  for (const auto* source : {"snapshot", "killed"}) {
    ASSERT_TRUE(holds(at(source), "canary-key"));
    ASSERT_TRUE(holds(at(source), "secret of Ana"));
    const auto backup = back_up(at(source), at("backups")).value();
    EXPECT_FALSE(holds(backup.folder, "canary-key")) << source;
    EXPECT_FALSE(holds(backup.folder, "secret of Ana")) << source;
    EXPECT_TRUE(verify(backup.folder)->sound());
  }
  EXPECT_EQ(store->view({"results", 1})->get("canary-key"), "secret of Ana") << "kept where it is";
}

TEST_F(BackupTest, ASecondBackupCopiesOnlyWhatIsNew) {
  {
    const auto store = open("data");
    for (int i = 0; i < 20; ++i)
      ASSERT_TRUE(store->append(
          command("big-" + std::to_string(i), dossier("big"), {std::string(50'000, 'x')})));
  }
  const auto first = back_up_now().value();
  EXPECT_GT(first.copied, 1'000'000U);
  EXPECT_EQ(first.shared, 0U);
  fill(*open("data"), "b", 2);
  const auto second = back_up_now().value();
  EXPECT_LT(second.copied, 100'000U);
  EXPECT_GT(second.shared, 1'000'000U);
  std::filesystem::remove_all(first.folder);
  EXPECT_TRUE(verify(second.folder)->sound()) << "each stands without the others";
}

TEST_F(BackupTest, WhatTheLastBackupLostIsCopiedAnew) {
  const auto first = back_up_now().value();
  flip_byte_of(files_with(first.folder, ".sst", "a7-1").at(0), "a7-1");
  EXPECT_FALSE(verify(first.folder)->sound());
  const auto second = back_up_now().value();
  EXPECT_TRUE(verify(second.folder)->sound());
  EXPECT_GT(second.copied, second.shared);
}

TEST_F(BackupTest, ADamagedStoreIsNotBackedUp) {
  flip_byte_of(files_with(at("data"), ".sst", "a7-1").at(0), "a7-1");
  EXPECT_EQ(code_of(back_up_now()), "store-damaged");
  EXPECT_TRUE(std::filesystem::is_empty(at("backups")));
}

TEST_F(BackupTest, ALogThatIsNotWhatItsCheckpointSignedIsNotBackedUp) {
  std::filesystem::copy_file(at("data") / "checkpoint", at("later"));
  std::filesystem::remove_all(at("data") / "events");
  std::filesystem::remove(at("data") / "checkpoint");
  fill(*open("data"), "other", 40);
  std::filesystem::rename(at("later"), at("data") / "checkpoint");
  EXPECT_EQ(code_of(back_up_now()), "log-differs-from-checkpoint");
}

TEST_F(BackupTest, ADamagedBackupIsNotRestored) {
  const auto backup = back_up_now().value();
  flip_byte_of(files_with(backup.folder, ".sst", "a7-1").at(0), "a7-1");
  EXPECT_EQ(code_of(restore_into("restored")), "store-damaged");
  EXPECT_EQ(names(), (std::vector<std::string>{"backups", "data"}));
}

TEST_F(BackupTest, InterruptedAnywhereItLeavesNothingThatCounts) {
  int ticks = 0;
  ASSERT_TRUE(back_up_now([&](auto, auto) { ++ticks; }));
  ASSERT_GT(ticks, 5);
  fill(*open("data"), "b", 2);
  for (const int tick : {1, 2, ticks / 2, ticks - 1, ticks}) {
    EXPECT_THROW((void)back_up_now(ending_at(tick)), Interrupted);
    EXPECT_FALSE(std::filesystem::exists(at("backups") / "000002")) << tick;
    EXPECT_FALSE(std::filesystem::exists(at("backups") / ".000002.draft")) << tick;
  }
  EXPECT_EQ(back_up_now()->folder.filename(), "000002");
}

TEST_F(BackupTest, AnInterruptedRestoreLeavesNothing) {
  int ticks = 0;
  ASSERT_TRUE(back_up_now([&](auto, auto) { ++ticks; }));
  for (const int tick : {1, ticks / 2, ticks}) {
    EXPECT_THROW((void)restore_into("restored", ending_at(tick)), Interrupted);
    EXPECT_EQ(names(), (std::vector<std::string>{"backups", "data"})) << tick;
  }
}

TEST_F(BackupTest, KilledItLeavesADraftThatNobodyTakesAndTheNextOneClears) {
  ASSERT_TRUE(back_up_now());
  fill(*open("data"), "b", 2);
  for (const std::string step : {"1", "4", "9"}) {
    Child child({"back-up", folder_.path().string(), step});
    ASSERT_EQ(child.read_line(), "waiting");
    child.kill();
    EXPECT_TRUE(std::filesystem::exists(at("backups") / ".000002.draft"));
    ASSERT_EQ(restore_into("restored")->tree.size, 60U) << "of the whole one";
    std::filesystem::remove_all(at("restored"));
  }
  EXPECT_EQ(back_up_now()->folder.filename(), "000002");
  EXPECT_FALSE(std::filesystem::exists(at("backups") / ".000002.draft"));
}

TEST_F(BackupTest, TwoAtOnceToOnePlaceAreRefused) {
  Child child({"back-up", folder_.path().string(), "4"});
  ASSERT_EQ(child.read_line(), "waiting");
  copy_store(at("data"), at("twin"));
  EXPECT_EQ(code_of(back_up(at("twin"), at("backups"))), "place-in-use");
}

TEST_F(BackupTest, AStoreIsRestoredOnlyWhereThereIsNothing) {
  ASSERT_TRUE(back_up_now());
  EXPECT_EQ(code_of(restore_into("data")), "place-not-empty");
  std::filesystem::create_directory(at("empty"));
  EXPECT_TRUE(restore_into("empty"));
  EXPECT_TRUE(verify(at("empty"))->sound());
}

TEST_F(BackupTest, ThereHasToBeABackup) {
  EXPECT_EQ(code_of(restore_into("restored")), "no-backup");
  std::filesystem::create_directories(at("backups") / ".000001.draft" / "events");
  EXPECT_EQ(code_of(restore_into("restored")), "no-backup");
  EXPECT_EQ(names(), (std::vector<std::string>{"backups", "data"}));
}

TEST_F(BackupTest, AnEarlierBackupIsRestoredByItsName) {
  const auto first = back_up_now().value();
  fill(*open("data"), "b", 2);
  ASSERT_TRUE(back_up_now());
  EXPECT_EQ(restore(first.folder, at("restored"), {"keys"})->tree.size, 60U);
  EXPECT_TRUE(std::filesystem::exists(at("restored") / "keys" / "ana"));
  EXPECT_EQ(restore_into("newest")->tree.size, 66U);
}

TEST_F(BackupTest, CompanionsAreKeptOnceAndReplacedEachTime) {
  ASSERT_TRUE(back_up_now());
  std::filesystem::remove(at("data") / "keys" / "ana");
  write_bytes(at("data") / "keys" / "rui", "key of rui");
  ASSERT_TRUE(back_up_now());
  EXPECT_FALSE(std::filesystem::exists(at("backups") / "keys" / "ana"));
  EXPECT_EQ(bytes_of(at("backups") / "keys" / "rui"), "key of rui");
  for (const auto* backup : {"000001", "000002"})
    EXPECT_FALSE(std::filesystem::exists(at("backups") / backup / "keys")) << backup;
}

/// A folder of two files that belong together, replaced by the next two again and again.
TEST_F(BackupTest, ACompanionThatChangesIsCopiedAsItStoodAtOneInstant) {
  const auto keys = at("changing");
  std::filesystem::create_directory(keys);
  const auto file = [&](const char* name, int n) { return keys / (name + std::to_string(n)); };
  std::atomic<bool> stop = false;
  std::atomic<int> generation = 0;
  std::jthread writer([&] {
    for (int n = 1; !stop; ++n) {
      write_bytes(file("wrapping-key.", n), std::to_string(n));
      write_bytes(file("keys.", n), std::to_string(n));
      std::filesystem::remove(file("wrapping-key.", n - 1));
      std::filesystem::remove(file("keys.", n - 1));
      generation = n;
      for (int pause = 0; pause < 2000 && !stop; ++pause) std::this_thread::yield();
    }
  });
  for (int round = 0; round < 20; ++round) {
    for (const int before = generation; generation == before;) std::this_thread::yield();
    const auto replaced = replace_folder(keys, at("copy"));
    ASSERT_TRUE(replaced) << replaced.error().en;
    bool whole = false;
    for (int n = 1; n <= generation + 1; ++n)
      whole = whole ||
              (bytes_of(at("copy") / ("keys." + std::to_string(n))) == std::to_string(n) &&
               bytes_of(at("copy") / ("wrapping-key." + std::to_string(n))) == std::to_string(n));
    EXPECT_TRUE(whole);
  }
  stop = true;
}

TEST_F(BackupTest, SecretsAreReadByTheirOwnerAlone) {
  const auto backup = back_up_now().value();
  struct stat about{};
  ASSERT_EQ(::stat((backup.folder / "log-key").c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0600U);
  ASSERT_EQ(::stat(backup.folder.c_str(), &about), 0);
  EXPECT_EQ(about.st_mode & 0777U, 0700U);
}

TEST_F(BackupTest, AnOpenStoreIsBackedUpFromASnapshotWhileWritesGoOn) {
  const auto store = open("data");
  EXPECT_EQ(code_of(back_up_now()), "store-in-use");
  std::atomic<bool> stop = false;
  std::atomic<int> written = 0;
  std::jthread writer([&] {
    for (int i = 0; !stop; ++i)
      if (store->append(command("w-" + std::to_string(i), dossier("w"), {"x"}))) ++written;
  });
  std::vector<Position> sizes;
  for (int round = 0; round < 3; ++round) {
    for (const int before = written; written < before + 20;) std::this_thread::yield();
    const auto snapshot = at("snapshot");
    const auto least = store->head();
    ASSERT_TRUE(store->snapshot(snapshot));
    const auto most = store->head();
    const auto backup = back_up(snapshot, at("backups"));
    ASSERT_TRUE(backup) << backup.error().en;
    EXPECT_GE(backup->tree.size, least);
    EXPECT_LE(backup->tree.size, most + 1) << "one may be on its way to being announced";
    sizes.push_back(backup->tree.size);
    std::filesystem::remove_all(snapshot);
  }
  stop = true;
  writer.join();
  EXPECT_EQ(restore_into("restored")->tree.size, sizes.back());
  const auto restored = open("restored");
  EXPECT_EQ(payloads_of(restored->read_all(1, sizes.back())),
            payloads_of(store->read_all(1, sizes.back())));
  EXPECT_TRUE(merkle::verify_consistency(restored->tree(), store->tree(),
                                         store->consistency(sizes.back(), store->head())));
}

TEST_F(BackupTest, AKilledStoreIsBackedUpWithItsWriteAheadLog) {
  {
    const auto store = open("data");
    fill(*store, "late", 3);
    copy_store(at("data"), at("killed"));
  }
  const auto backup = back_up(at("killed"), at("backups")).value();
  EXPECT_EQ(backup.tree.size, 69U);
  EXPECT_EQ(restore_into("restored")->tree, open("data")->tree());
}

}  // namespace
}  // namespace eventstore::testing
