#include "server/lisbon.hpp"

#include <date/tz.h>

namespace server {
namespace {

const date::time_zone& zone() {
  static const auto* lisbon = date::locate_zone("Europe/Lisbon");
  return *lisbon;
}

core::WallClock::Time shown(const core::Instant& instant) {
  return core::WallClock::Time(zone().to_local(instant.time()).time_since_epoch());
}

core::Instant moment(core::WallClock::Time time) {
  const date::local_time<std::chrono::milliseconds> local(time.time_since_epoch());
  return core::Instant(zone().to_sys(local, date::choose::earliest));
}

}  // namespace

core::WallClock lisbon() {
  return {shown, moment};
}

}  // namespace server
