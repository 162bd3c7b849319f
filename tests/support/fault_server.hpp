// An HTTP/1.1 server inside the test, on a free port of this machine: answers as scripted for each
// path, remembers what it was asked, and knows how many requests were open at once. One thread
// serves thousands of connections.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "support/fault_answer.hpp"
#include "support/seen_request.hpp"

namespace thresh::test {

using Handler = std::function<Answer(const SeenRequest&)>;

class FaultServer {
 public:
  enum class Family : unsigned char { kV4, kV6 };

  // Throws std::runtime_error if there is no such address here.
  explicit FaultServer(Family family = Family::kV4);
  FaultServer(const FaultServer&) = delete;
  FaultServer& operator=(const FaultServer&) = delete;
  ~FaultServer();

  std::uint16_t port() const { return port_; }
  std::string url(std::string_view path) const;  // "http://127.0.0.1:PORT/path"
  std::string exception() const;                 // "127.0.0.1:PORT", for --allow-address

  // The answer for a path, whatever its query. Several: one a request, the last for ever. A handler
  // is called on the server's thread. What has no answer is 404.
  void on(const std::string& path, Answer answer);
  void on(const std::string& path, std::vector<Answer> answers);
  void on(const std::string& path, Handler handler);
  void on_others(Handler handler);

  // 200 with that ETag, or 304 if the request has it.
  void on_etag(const std::string& path, const std::string& etag, const std::string& html);

  // Lets all held answers go on, and those to come.
  void release();

  std::vector<SeenRequest> requests() const;
  std::size_t count(std::string_view path) const;  // requests for it

  // Waits until so many requests have come in all; false after ten seconds without.
  bool wait_for_requests(std::size_t count) const;

  // The most requests that were open at a time: of one Host header, of all.
  std::size_t most_open(const std::string& host) const;
  std::size_t most_open() const;
  std::size_t connections() const;  // accepted in all

 private:
  class Loop;

  Answer answer_for(const SeenRequest& request);
  void opened(const std::string& host);
  void closed(const std::string& host);

  const Family family_;
  std::uint16_t port_ = 0;

  mutable std::mutex mutex_;
  mutable std::condition_variable arrived_;
  std::map<std::string, Handler, std::less<>> handlers_;
  Handler others_;
  std::vector<SeenRequest> requests_;
  struct Open {
    std::size_t now = 0;
    std::size_t most = 0;
  };
  std::map<std::string, Open> open_;  // by host; "" is all
  std::size_t connections_ = 0;

  std::unique_ptr<Loop> loop_;
  std::thread thread_;
};

}  // namespace thresh::test
