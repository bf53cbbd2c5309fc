#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/http/message.hpp"

namespace http {

enum class Work {
  Read,   ///< answers at once, on an I/O thread
  Write,  ///< may wait for the disk, on a worker
};

using Handler = std::function<Response(const Request&)>;

struct Route {
  Method method = Method::Get;
  /// "/api/v1/dossiers/{id}": {id} stands for one segment, never empty. At the end, "{rest...}"
  /// stands for one or more.
  std::string pattern;
  Work work = Work::Read;
  Handler handler;
  std::size_t body_limit = 0;  ///< bytes; 0 is the server's own limit
};

/// A request that was answered, for the log and the counts.
struct Exchange {
  const Request& request;
  std::string_view pattern;  ///< of the route that answered; empty where none did
  int status = 0;
  std::chrono::nanoseconds duration;  ///< of making the answer; 0 where the request was not read
};

/// How the program answers where no handler does, and what it wants to hear of all answers.
struct Fallbacks {
  /// The page or problem for 400, 404, 405, 413, 414, 431, 500 or 503. The request holds what was
  /// understood of it: of a malformed one perhaps nothing but the peer's address.
  std::function<Response(int status, const Request&)> refuse;
  /// A handler threw `what`; called before `refuse(500, …)`. Only for the log.
  std::function<void(const Request&, std::string_view what)> crashed;
  /// Every answer, once, from the thread that made it; empty: nobody listens.
  std::function<void(const Exchange&)> answered = {};
};

/// The table of routes. Fixed once the server starts; then safe from any thread.
class Router {
 public:
  explicit Router(Fallbacks fallbacks);

  /// Of two patterns that match a path, the one with the earlier literal segment answers. A second
  /// route of the same method and shape is a bug.
  void add(Route route);
  [[nodiscard]] std::vector<Route> routes() const;

  /// The route that answers, or nullptr. HEAD falls back on GET.
  [[nodiscard]] const Route* find(Method method, std::string_view path) const;

  /// The handler's answer with the parameters filled in. Without a route: 308 to the path without
  /// its trailing slashes (GET, HEAD) if that one is known, 405 with Allow, or 404. Never throws:
  /// a handler that does is answered for with 500.
  [[nodiscard]] Response answer(Request request) const;

  /// The program's answer for `status`; a bare one if that throws too.
  [[nodiscard]] Response refuse(int status, const Request& request) const;

 private:
  struct Entry {
    Route route;
    std::vector<std::string> segments;
  };

  [[nodiscard]] Response answer_by(const Entry* entry, Request& request) const;
  [[nodiscard]] Response refusal(int status, const Request& request) const;
  void tell(const Exchange& exchange) const;
  [[nodiscard]] const Entry* entry_for(Method method, std::string_view path) const;
  [[nodiscard]] Response run(const Handler& handler, const Request& request) const;
  [[nodiscard]] Response decline(const Request& request) const;
  [[nodiscard]] std::string allowed_methods(std::string_view path) const;

  Fallbacks fallbacks_;
  std::vector<Entry> entries_;
};

}  // namespace http
