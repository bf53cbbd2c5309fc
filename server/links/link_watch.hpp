#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "domain/core/dates.hpp"
#include "server/links/link_prober.hpp"

namespace server {

class Application;

namespace links {

/// Asks for the pages that dossiers name, one after the other, and notes in the log what came back:
/// a link that is new or has changed within a minute or so, one that did not answer again a day
/// later, three times in all.
class LinkWatch {
 public:
  explicit LinkWatch(Application& app, Reach reach = Reach::PublicAlone);
  ~LinkWatch() = default;
  LinkWatch(const LinkWatch&) = delete;
  LinkWatch& operator=(const LinkWatch&) = delete;

 private:
  void run(const std::stop_token& stop);

  Application& app_;
  Reach reach_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;
};

/// One round of it, of at most 50 links or until `stop`.
void check_links(Application& app, Reach reach, const std::stop_token& stop = {});

}  // namespace links
}  // namespace server
