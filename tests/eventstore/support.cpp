#include "tests/eventstore/support.hpp"

#include <stdlib.h>

#include <algorithm>
#include <chrono>

#include "domain/core/assert.hpp"
#include "eventstore/bytes.hpp"
#include "eventstore/memory_store.hpp"
#include "eventstore/rocksdb_store.hpp"

namespace eventstore::testing {
namespace {

class MemoryBench final : public Bench {
 public:
  [[nodiscard]] Store& store() override { return *store_; }
  void reopen() override {}

 private:
  std::unique_ptr<Store> store_ = make_memory_store(clock, entropy);
};

class RocksDbBench final : public Bench {
 public:
  RocksDbBench() { reopen(); }
  [[nodiscard]] Store& store() override { return *store_; }
  void reopen() override {
    store_.reset();
    store_ = open_rocksdb_store(folder_.path(), clock, entropy).value();
  }

 private:
  TemporaryFolder folder_;
  std::unique_ptr<Store> store_;
};

}  // namespace

TemporaryFolder::TemporaryFolder() {
  auto name = (std::filesystem::temp_directory_path() / "eventstore-XXXXXX").string();
  core::ensure(::mkdtemp(name.data()) != nullptr, "a temporary folder can be made");
  path_ = name;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

core::Instant ManualClock::now() {
  return instant(milliseconds_);
}

void CountingEntropy::fill(std::span<unsigned char> bytes) {
  const auto count = ByteWriter().number(++count_).take();
  for (std::size_t i = 0; i < bytes.size(); ++i)
    bytes[i] = static_cast<unsigned char>(count[i % count.size()]);
}

void copy_store(const std::filesystem::path& from, const std::filesystem::path& to) {
  std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

core::Instant instant(std::int64_t milliseconds) {
  return core::Instant(core::Instant::Time(std::chrono::milliseconds(milliseconds)));
}

StreamName dossier(const std::string& id) {
  return {"dossier", id};
}

Digest digest(unsigned char byte) {
  Digest result;
  result.fill(byte);
  return result;
}

Append command(const std::string& id, const StreamName& stream,
               const std::vector<std::string>& payloads) {
  Append append;
  append.command_id = core::CommandId(id);
  append.correlation = append.command_id;
  append.actor = "actor-1";
  append.request_hash = digest(1);
  append.answer = "answer to " + id;
  for (const auto& payload : payloads) append.events.push_back({stream, "noted", 1, payload});
  return append;
}

Append command_at(const std::string& id, const StreamName& stream, Version version,
                  const std::vector<std::string>& payloads) {
  auto append = command(id, stream, payloads);
  append.expected.push_back({stream, version});
  return append;
}

std::vector<std::string> payloads_of(const std::vector<StoredEvent>& events) {
  std::vector<std::string> payloads;
  std::ranges::transform(events, std::back_inserter(payloads), &StoredEvent::payload);
  return payloads;
}

std::vector<Position> positions_of(const std::vector<StoredEvent>& events) {
  std::vector<Position> positions;
  std::ranges::transform(events, std::back_inserter(positions), &StoredEvent::position);
  return positions;
}

std::unique_ptr<Bench> memory_bench() {
  return std::make_unique<MemoryBench>();
}
std::unique_ptr<Bench> rocksdb_bench() {
  return std::make_unique<RocksDbBench>();
}

}  // namespace eventstore::testing
