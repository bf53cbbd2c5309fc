#pragma once

#include <array>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/read.hpp>
#include <boost/asio/write.hpp>
#include <filesystem>
#include <limits>
#include <string>
#include <thread>

namespace server_tests {

/// Speaks clamd's INSTREAM for one connection, and answers what it is told to: once it has heard
/// all, or more than `most` bytes, and then it hangs up.
class FakeClamd {
 public:
  FakeClamd(const std::filesystem::path& socket, std::string answer,
            std::size_t most = std::numeric_limits<std::size_t>::max())
      : most_(most),
        acceptor_(context_, Protocol::endpoint(socket.string())),
        thread_([this, answer = std::move(answer)] { serve(answer); }) {}
  ~FakeClamd() { thread_.join(); }
  FakeClamd(const FakeClamd&) = delete;
  FakeClamd& operator=(const FakeClamd&) = delete;

  /// What it was sent; after the check has answered.
  [[nodiscard]] std::string heard() {
    if (thread_.joinable()) thread_.join();
    thread_ = std::thread([] {});
    return heard_;
  }

 private:
  using Protocol = boost::asio::local::stream_protocol;

  std::string read(Protocol::socket& socket, std::size_t bytes) {
    std::string text(bytes, '\0');
    boost::asio::read(socket, boost::asio::buffer(text));
    return text;
  }

  void serve(const std::string& answer) {
    Protocol::socket socket(context_);
    acceptor_.accept(socket);
    heard_ = read(socket, 10);
    while (heard_.size() <= most_) {
      std::size_t length = 0;
      for (const char byte : read(socket, 4))
        length = length * 256 + static_cast<unsigned char>(byte);
      if (length == 0) break;
      heard_ += read(socket, length);
    }
    boost::asio::write(socket, boost::asio::buffer(answer + '\0'));
  }

  std::size_t most_;
  boost::asio::io_context context_;
  Protocol::acceptor acceptor_;
  std::string heard_;
  std::thread thread_;
};

}  // namespace server_tests
