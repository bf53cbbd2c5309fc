#include "server/links/link_prober.hpp"

#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/ip/network_v4.hpp>
#include <boost/asio/ip/network_v6.hpp>
#include <cstring>
#include <memory>

#include "domain/core/assert.hpp"

namespace server::links {
namespace {

namespace ip = boost::asio::ip;

/// Not globally reachable, by IANA's registries of special-purpose addresses.
constexpr std::array special_v4 = {
    "0.0.0.0/8",     "10.0.0.0/8",      "100.64.0.0/10",  "127.0.0.0/8",    "169.254.0.0/16",
    "172.16.0.0/12", "192.0.0.0/24",    "192.0.2.0/24",   "192.88.99.0/24", "192.168.0.0/16",
    "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",    "240.0.0.0/4"};

bool is_public(const ip::address_v4& address) {
  return std::ranges::none_of(special_v4, [&](const char* text) {
    const auto network = ip::make_network_v4(text);
    return ip::make_network_v4(address, network.prefix_length()).canonical() == network.canonical();
  });
}

/// Only 2000::/3 is given out, and parts of it lead elsewhere: Teredo, ORCHID, documentation and
/// 6to4.
bool is_public(const ip::address_v6& address) {
  const auto within = [&](const char* text) {
    const auto network = ip::make_network_v6(text);
    return ip::make_network_v6(address, network.prefix_length()).canonical() == network.canonical();
  };
  return within("2000::/3") && !within("2001::/23") && !within("2001:db8::/32") &&
         !within("2002::/16") && !within("3fff::/20");
}

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return is_public(ip::address_v4(ntohl(v4.sin_addr.s_addr)));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 v6{};
  std::memcpy(&v6, &address, sizeof v6);
  ip::address_v6::bytes_type bytes{};
  std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
  return is_public(ip::address_v6(bytes));
}

/// Called for each connection, those of redirections too, with the address that it will go to.
curl_socket_t open_socket(void* reach, curlsocktype, curl_sockaddr* to) {
  if (*static_cast<const Reach*>(reach) == Reach::PublicAlone && !is_public(to->addr))
    return CURL_SOCKET_BAD;
  return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
}

std::size_t drop(char*, std::size_t size, std::size_t count, void* taken) {
  constexpr std::size_t most = std::size_t{1} << 16;
  auto& total = *static_cast<std::size_t*>(taken);
  total += size * count;
  return total > most ? 0 : size * count;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

Handle handle_for(const std::string& url, Reach& reach, std::size_t& taken) {
  Handle handle(curl_easy_init(), curl_easy_cleanup);
  core::ensure(handle != nullptr, "libcurl begins");
  auto* curl = handle.get();
  curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(curl, CURLOPT_PROXY, "");
  curl_easy_setopt(curl, CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
  curl_easy_setopt(curl, CURLOPT_MAXREDIRS, 5L);
  curl_easy_setopt(curl, CURLOPT_TIMEOUT, 10L);
  curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl, CURLOPT_USERAGENT, "AutarquiaSolidaria (link check)");
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_socket);
  curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &reach);
  curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, drop);
  curl_easy_setopt(curl, CURLOPT_WRITEDATA, &taken);
  return handle;
}

/// A body that is cut off for its size has come with its status.
Probed ask(CURL* curl) {
  const auto done = curl_easy_perform(curl);
  long status = 0;
  curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
  const bool came = done == CURLE_OK || done == CURLE_WRITE_ERROR;
  if (!came || status == 0) return {};
  return {status >= 200 && status < 300, status};
}

}  // namespace

Probed probe(const std::string& url, Reach reach) {
  std::size_t taken = 0;
  const auto handle = handle_for(url, reach, taken);
  curl_easy_setopt(handle.get(), CURLOPT_NOBODY, 1L);
  const auto by_head = ask(handle.get());
  if (by_head.answers || !by_head.status) return by_head;
  curl_easy_setopt(handle.get(), CURLOPT_HTTPGET, 1L);
  return ask(handle.get());
}

}  // namespace server::links
