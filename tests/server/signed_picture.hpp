#pragma once

#include <string>

#include "eventstore/hash.hpp"

namespace server_tests {

/// The smallest photograph that says who took it: a PNG of one pixel with the Author Maria
/// Ferreira.
inline std::string signed_picture() {
  return eventstore::from_base64(
             "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAAFXRFWHRBdXRob3IATWFyaWEgRmVy"
             "cmVpcmHaLaqvAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
      .value();
}

}  // namespace server_tests
