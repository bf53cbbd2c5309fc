#pragma once

#include <filesystem>
#include <memory>

#include "eventstore/ports.hpp"
#include "eventstore/store.hpp"
#include "projections/views.hpp"
#include "server/attachments/attachments.hpp"
#include "server/command_handler.hpp"
#include "server/identity/throttle.hpp"
#include "server/identity/tokens.hpp"
#include "server/watch/watch.hpp"

namespace server {

/// Begins the name of a new log's key.
inline constexpr auto log_origin = "autarquia-solidaria";

/// Whether a data directory may be made: a mistyped one must not be, where it is only looked into.
enum class DataDirectory { MayBeNew, MustExist };

/// The program without its doors: the log, its read models, the commands and who is who, over one
/// data directory.
class Application {
 public:
  /// Opens or creates the store and the session key in `data`. Errors: those of the store and of
  /// the key file; "no-data" (Unavailable), with nothing made, where there has to be a store.
  [[nodiscard]] static core::Result<std::unique_ptr<Application>> open(
      const std::filesystem::path& data, eventstore::Clock& clock,
      DataDirectory place = DataDirectory::MayBeNew);

  [[nodiscard]] eventstore::Store& store() { return *store_; }
  [[nodiscard]] projections::Views& views() { return views_; }
  [[nodiscard]] const CommandHandler& commands() const { return commands_; }
  [[nodiscard]] const identity::SessionTokens& tokens() const { return tokens_; }
  [[nodiscard]] identity::Throttle& sign_in_throttle() { return throttle_; }
  [[nodiscard]] attachments::Attachments& attachments() { return attachments_; }
  [[nodiscard]] Watch& watch() { return *watch_; }
  [[nodiscard]] core::Instant now() { return clock_.now(); }
  /// Waits until the read models have seen the log up to `position`. Error: "position-not-seen",
  /// where that takes more than five seconds, or the log is not as long.
  [[nodiscard]] core::Result<void> wait_until_seen(eventstore::Position position);
  /// 32 hexadecimal digits that nobody can guess.
  [[nodiscard]] std::string fresh_id();

 private:
  Application(const std::filesystem::path& data, std::unique_ptr<eventstore::Store> store,
              identity::SessionTokens tokens, std::unique_ptr<eventstore::SystemEntropy> entropy,
              std::unique_ptr<Watch> watch, eventstore::Clock& clock);

  eventstore::Clock& clock_;
  std::unique_ptr<eventstore::SystemEntropy> entropy_;
  std::unique_ptr<Watch> watch_;
  std::unique_ptr<eventstore::Store> store_;
  projections::Views views_;
  CommandHandler commands_;
  identity::SessionTokens tokens_;
  identity::Throttle throttle_;
  attachments::Attachments attachments_;
};

}  // namespace server
