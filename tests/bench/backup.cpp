#include "eventstore/backup.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "domain/core/assert.hpp"
#include "eventstore/errors.hpp"
#include "tests/bench/benchmarks.hpp"
#include "tests/bench/log.hpp"

namespace bench {
namespace {

std::uint64_t bytes_in(const std::filesystem::path& folder) {
  std::uint64_t bytes = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file()) bytes += entry.file_size();
  return bytes;
}

/// Copies the folder and answers the seconds until the copy was on stable storage.
double copy_and_sync(const std::filesystem::path& from, const std::filesystem::path& to) {
  const Stopwatch watch;
  std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
  const int folder = ::open(to.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  core::ensure(folder >= 0 && ::syncfs(folder) == 0, "a copy is synced");
  ::close(folder);
  return watch.seconds();
}

}  // namespace

Report backup(const Settings& settings) {
  const auto store = realistic_log(settings);
  const auto to = settings.folder / "backups";
  const auto copy = settings.folder / "copy";
  const auto restored = settings.folder / "restored";
  const auto timed = [](const auto& work) {
    const Stopwatch watch;
    (void)eventstore::value_or_throw(work());
    return watch.seconds();
  };
  const auto samples = interleaved(settings.long_form ? 3 : 1,
                                   {[&] {
                                      std::filesystem::remove_all(to);
                                      return timed([&] { return eventstore::back_up(store, to); });
                                    },
                                    [&] {
                                      std::filesystem::remove_all(copy);
                                      return copy_and_sync(store, copy);
                                    }});
  const Samples again{timed([&] { return eventstore::back_up(store, to); })};
  const Samples put_back{timed([&] { return eventstore::restore(to, restored); })};
  const auto size = fmt::format("{:.2f} GiB", static_cast<double>(bytes_in(store)) / (1 << 30));
  for (const auto& folder : {to, copy, restored}) std::filesystem::remove_all(folder);
  const Peer peer{"cp and sync alone", samples[1]};
  return {"backup",
          {{"backup of " + size + ", read through", "s", samples[0], peer},
           {"the next one, nothing new", "s", again, peer},
           {"restore, read through", "s", put_back, peer}}};
}

}  // namespace bench
