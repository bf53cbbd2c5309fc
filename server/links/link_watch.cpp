#include "server/links/link_watch.hpp"

#include "domain/dossiers/link_checks.hpp"
#include "projections/links.hpp"
#include "server/application.hpp"

namespace server::links {
namespace {

/// The program, on its own behalf.
core::Actor the_program() {
  return {core::AccountId("autarquia-solidaria"), {core::Role::Administrator}, {}};
}

/// A record that was removed meanwhile is refused, and nobody misses it.
void check(Application& app, const projections::LinkRow& link, Reach reach) {
  const auto found = probe(link.url, reach);
  (void)app.commands().handle(
      {dossiers::NoteLink{link.dossier, link.record_id, link.url, found.answers, found.status},
       core::CommandId("link-" + app.fresh_id()), the_program(), std::nullopt});
}

}  // namespace

void check_links(Application& app, Reach reach, const std::stop_token& stop) {
  constexpr std::chrono::hours until_asked_again(24);
  constexpr std::size_t most_in_a_round = 50;
  const core::Instant before(app.now().time() - until_asked_again);
  for (const auto& link :
       projections::links_to_check(*app.views().view("links"), before, most_in_a_round)) {
    if (stop.stop_requested()) return;
    check(app, link, reach);
  }
}

LinkWatch::LinkWatch(Application& app, Reach reach)
    : app_(app), reach_(reach), thread_([this](const std::stop_token& stop) { run(stop); }) {}

void LinkWatch::run(const std::stop_token& stop) {
  constexpr std::chrono::minutes between_rounds(1);
  std::unique_lock lock(mutex_);
  do {
    check_links(app_, reach_, stop);
  } while (!stopped_.wait_for(lock, stop, between_rounds, [&] { return stop.stop_requested(); }));
}

}  // namespace server::links
