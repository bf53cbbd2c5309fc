#include "server/parallel.hpp"

#include <algorithm>
#include <atomic>
#include <thread>
#include <vector>

namespace server {

void for_each_in_parallel(std::size_t count, const std::function<void(std::size_t)>& call) {
  constexpr std::size_t worth_a_thread = 64;
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (auto i = next++; i < count; i = next++) call(i);
  };
  const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
  std::vector<std::jthread> helpers(std::min(cores - 1, count / worth_a_thread));
  for (auto& helper : helpers) helper = std::jthread(work);
  work();
}

}  // namespace server
