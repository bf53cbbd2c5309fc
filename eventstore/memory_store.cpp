#include "eventstore/memory_store.hpp"

#include "eventstore/memory_log.hpp"
#include "eventstore/memory_rows.hpp"

namespace eventstore {

std::unique_ptr<Store> make_memory_store(Clock& clock, Entropy& entropy, Observer& observer) {
  return std::make_unique<Store>(std::make_unique<MemoryLog>(), std::make_unique<MemoryRows>(),
                                 std::make_unique<PersonKeys>(entropy),
                                 LogKey::make("memory", entropy), clock, entropy, observer);
}

}  // namespace eventstore
