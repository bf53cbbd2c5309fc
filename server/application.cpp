#include "server/application.hpp"

#include "eventstore/hash.hpp"
#include "eventstore/rocksdb_store.hpp"

namespace server {

core::Result<std::unique_ptr<Application>> Application::open(const std::filesystem::path& data,
                                                             eventstore::Clock& clock,
                                                             DataDirectory place) {
  std::error_code ignored;  // the store says it better
  if (place == DataDirectory::MustExist && !std::filesystem::is_directory(data / "events", ignored))
    return core::fail(core::error_of(core::ErrorKind::Unavailable, "no-data",
                                     "Não há dados em " + data.string() + ".",
                                     "There is no data in " + data.string() + "."));
  std::filesystem::create_directories(data, ignored);
  auto entropy = std::make_unique<eventstore::SystemEntropy>();
  auto watch = std::make_unique<Watch>();
  auto store = eventstore::open_rocksdb_store(data, clock, *entropy, nullptr, log_origin, *watch);
  if (!store) return core::fail(std::move(store.error()));
  auto tokens = identity::SessionTokens::open(data / "session-key.pem");
  if (!tokens) return core::fail(std::move(tokens.error()));
  return std::unique_ptr<Application>(new Application(data, *std::move(store), *std::move(tokens),
                                                      std::move(entropy), std::move(watch), clock));
}

Application::Application(const std::filesystem::path& data,
                         std::unique_ptr<eventstore::Store> store, identity::SessionTokens tokens,
                         std::unique_ptr<eventstore::SystemEntropy> entropy,
                         std::unique_ptr<Watch> watch, eventstore::Clock& clock)
    : clock_(clock),
      entropy_(std::move(entropy)),
      watch_(std::move(watch)),
      store_(std::move(store)),
      views_(*store_, *store_),
      commands_(*store_, clock),
      tokens_(std::move(tokens)),
      attachments_(data) {}

core::Result<void> Application::wait_until_seen(eventstore::Position position) {
  constexpr std::chrono::seconds patience(5);
  if (position <= store_->head() && views_.wait_until_seen(position, patience)) return {};
  return core::fail(core::error_of(core::ErrorKind::Unavailable, "position-not-seen",
                                   "Esta posição do registo ainda não se pode consultar.",
                                   "This position of the log cannot be seen yet."));
}

std::string Application::fresh_id() {
  std::array<unsigned char, 16> bytes{};
  entropy_->fill(bytes);
  return eventstore::to_hex(eventstore::view_of(bytes));
}

}  // namespace server
