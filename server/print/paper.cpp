#include "server/print/paper.hpp"

#include "server/share.hpp"

namespace server::print {

const site::Templates& templates() {
  static const site::Templates read(shared_file("web-client/print"));
  return read;
}

std::string font_address() {
  return "file://" + shared_file("build/site/noto-sans.woff2").string();
}

}  // namespace server::print
