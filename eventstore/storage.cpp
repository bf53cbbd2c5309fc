#include "eventstore/storage.hpp"

namespace eventstore {

merkle::Nodes nodes_of(const Storage& storage) {
  return [&storage](unsigned height, std::uint64_t index) -> core::Result<Digest> {
    const auto nodes = storage.read_nodes(height, index, 1);
    if (!nodes) return core::fail(nodes.error());
    return nodes->front();
  };
}

}  // namespace eventstore
