#include "support/fault_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <stdexcept>
#include <system_error>
#include <unordered_map>

namespace thresh::test {
namespace {

using Clock = std::chrono::steady_clock;

constexpr std::size_t kReadBytes = 16'384;
constexpr int kEventsAtOnce = 256;

[[noreturn]] void fail(const char* what) {
  throw std::runtime_error(std::string(what) + ": " + std::generic_category().message(errno));
}

// Listens on a port that the system chooses.
int listen_on(FaultServer::Family family, std::uint16_t& port) {
  const bool v4 = family == FaultServer::Family::kV4;
  sockaddr_storage storage{};
  socklen_t size = 0;
  if (v4) {
    auto& address = reinterpret_cast<sockaddr_in&>(storage);
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    size = sizeof address;
  } else {
    auto& address = reinterpret_cast<sockaddr_in6&>(storage);
    address.sin6_family = AF_INET6;
    address.sin6_addr = in6addr_loopback;
    size = sizeof address;
  }
  auto* address = reinterpret_cast<sockaddr*>(&storage);
  const int listener = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  if (listener < 0) fail("socket");
  if (::bind(listener, address, size) != 0 || ::listen(listener, SOMAXCONN) != 0 ||
      ::getsockname(listener, address, &size) != 0) {
    ::close(listener);
    fail("listen");
  }
  port = ntohs(v4 ? reinterpret_cast<sockaddr_in&>(storage).sin_port
                  : reinterpret_cast<sockaddr_in6&>(storage).sin6_port);
  return listener;
}

}  // namespace

// The server's thread: reads requests, walks through the steps of their answers.
class FaultServer::Loop {
 public:
  Loop(FaultServer& server, int listener)
      : server_(server),
        listener_(listener),
        epoll_(::epoll_create1(EPOLL_CLOEXEC)),
        wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {
    watch(listener_, EPOLLIN, EPOLL_CTL_ADD);
    watch(wake_, EPOLLIN, EPOLL_CTL_ADD);
  }
  Loop(const Loop&) = delete;
  Loop& operator=(const Loop&) = delete;
  ~Loop() {
    for (const auto& [descriptor, connection] : connections_) ::close(descriptor);
    for (const int descriptor : {listener_, epoll_, wake_}) ::close(descriptor);
  }

  void wake() {
    const std::uint64_t one = 1;
    if (::write(wake_, &one, sizeof one) < 0) fail("eventfd");
  }
  void stop() {
    stopped_ = true;
    wake();
  }
  void release() {
    released_ = true;
    wake();
  }

  void run() {
    epoll_event events[kEventsAtOnce];
    while (!stopped_) {
      const int count = ::epoll_wait(epoll_, events, kEventsAtOnce, milliseconds_to_timer());
      for (int i = 0; i < count; ++i) take_event(events[i]);
      run_timers();
    }
  }

 private:
  struct Connection {
    std::string input;
    Answer answer;
    std::string host;
    std::size_t step = 0;
    std::size_t sent = 0;   // bytes of this time
    std::size_t times = 0;  // of the step
    bool busy = false;      // a request is open
    Clock::time_point wait_until{};
  };

  void watch(int descriptor, std::uint32_t what, int operation) {
    epoll_event event{};
    event.events = what;
    event.data.fd = descriptor;
    ::epoll_ctl(epoll_, operation, descriptor, &event);
  }

  void take_event(const epoll_event& event) {
    const int descriptor = event.data.fd;
    if (descriptor == listener_) {
      accept_all();
    } else if (descriptor == wake_) {
      take_wake();
    } else if ((event.events & (EPOLLIN | EPOLLHUP | EPOLLERR)) == 0 || read(descriptor)) {
      advance(descriptor);
    }
  }

  void take_wake() {
    std::uint64_t count = 0;
    if (::read(wake_, &count, sizeof count) < 0) return;
    if (!released_) return;
    std::vector<int> all;
    for (const auto& [descriptor, connection] : connections_) all.push_back(descriptor);
    for (const int descriptor : all) advance(descriptor);
  }

  void accept_all() {
    while (true) {
      const int descriptor = ::accept4(listener_, nullptr, nullptr, SOCK_NONBLOCK | SOCK_CLOEXEC);
      if (descriptor < 0) return;
      connections_[descriptor];
      watch(descriptor, EPOLLIN, EPOLL_CTL_ADD);
      const std::lock_guard lock(server_.mutex_);
      ++server_.connections_;
    }
  }

  // False if the connection is no more.
  bool read(int descriptor) {
    Connection& connection = connections_[descriptor];
    char buffer[kReadBytes];
    while (true) {
      const ssize_t count = ::recv(descriptor, buffer, sizeof buffer, 0);
      if (count > 0) {
        connection.input.append(buffer, static_cast<std::size_t>(count));
      } else if (count < 0 && (errno == EAGAIN || errno == EINTR)) {
        return true;
      } else {
        close(descriptor, false);
        return false;
      }
    }
  }

  void close(int descriptor, bool reset) {
    const auto found = connections_.find(descriptor);
    if (found == connections_.end()) return;
    if (found->second.busy) server_.closed(found->second.host);
    const linger abort{1, 0};
    if (reset) ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &abort, sizeof abort);
    ::close(descriptor);
    connections_.erase(found);
  }

  // Goes on with the connection until it has to wait for something.
  void advance(int descriptor) {
    while (true) {
      const auto found = connections_.find(descriptor);
      if (found == connections_.end()) return;
      Connection& connection = found->second;
      if (!connection.busy && !begin_request(connection)) return;
      if (connection.step == connection.answer.size()) {
        connection.busy = false;
        server_.closed(connection.host);
      } else if (!take_step(descriptor, connection)) {
        return;
      }
    }
  }

  // False if no request is there yet.
  bool begin_request(Connection& connection) {
    constexpr std::string_view kEnd = "\r\n\r\n";
    const std::size_t end = connection.input.find(kEnd);
    if (end == std::string::npos) return false;
    const SeenRequest request = parse_request(connection.input.substr(0, end + kEnd.size()));
    connection.input.erase(0, end + kEnd.size());
    connection.host = request.header("Host");
    connection.step = connection.sent = connection.times = 0;
    connection.wait_until = {};
    connection.busy = true;
    server_.opened(connection.host);
    connection.answer = server_.answer_for(request);
    return true;
  }

  // False if the step is not over, or the connection is.
  bool take_step(int descriptor, Connection& connection) {
    const Step& step = connection.answer[connection.step];
    switch (step.kind) {
      case Step::Kind::kSend:
        if (!send(descriptor, connection, step)) return false;
        break;
      case Step::Kind::kWait:
        if (!has_waited(descriptor, connection, step)) return false;
        break;
      case Step::Kind::kHold:
        if (!released_) return false;
        break;
      case Step::Kind::kStall:
        return false;
      case Step::Kind::kClose:
      case Step::Kind::kReset:
        close(descriptor, step.kind == Step::Kind::kReset);
        return false;
    }
    ++connection.step;
    connection.sent = connection.times = 0;
    connection.wait_until = {};
    return true;
  }

  bool send(int descriptor, Connection& connection, const Step& step) {
    while (connection.times < step.times && !step.bytes.empty()) {
      const ssize_t count = ::send(descriptor, step.bytes.data() + connection.sent,
                                   step.bytes.size() - connection.sent, MSG_NOSIGNAL);
      if (count < 0 && errno == EINTR) continue;
      if (count < 0 && errno == EAGAIN) {
        watch(descriptor, EPOLLIN | EPOLLOUT, EPOLL_CTL_MOD);
        return false;
      }
      if (count < 0) {
        close(descriptor, false);
        return false;
      }
      connection.sent += static_cast<std::size_t>(count);
      if (connection.sent < step.bytes.size()) continue;
      connection.sent = 0;
      ++connection.times;
    }
    watch(descriptor, EPOLLIN, EPOLL_CTL_MOD);
    return true;
  }

  bool has_waited(int descriptor, Connection& connection, const Step& step) {
    if (connection.wait_until == Clock::time_point{}) {
      connection.wait_until = Clock::now() + step.wait;
      timers_.emplace(connection.wait_until, descriptor);
    }
    return Clock::now() >= connection.wait_until;
  }

  int milliseconds_to_timer() const {
    if (timers_.empty()) return -1;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(timers_.begin()->first - Clock::now());
    return static_cast<int>(std::max<std::int64_t>(0, left.count()));
  }

  // A descriptor may be another connection's by now, which then only looks at itself once more.
  void run_timers() {
    while (!timers_.empty() && timers_.begin()->first <= Clock::now()) {
      const int descriptor = timers_.begin()->second;
      timers_.erase(timers_.begin());
      advance(descriptor);
    }
  }

  FaultServer& server_;
  const int listener_;
  const int epoll_;
  const int wake_;
  std::atomic<bool> stopped_ = false;
  std::atomic<bool> released_ = false;
  std::unordered_map<int, Connection> connections_;
  std::multimap<Clock::time_point, int> timers_;
};

FaultServer::FaultServer(Family family) : family_(family) {
  const int listener = listen_on(family, port_);
  loop_ = std::make_unique<Loop>(*this, listener);
  thread_ = std::thread([this] { loop_->run(); });
}

FaultServer::~FaultServer() {
  loop_->stop();
  thread_.join();
}

std::string FaultServer::exception() const {
  return (family_ == Family::kV4 ? "127.0.0.1:" : "[::1]:") + std::to_string(port_);
}

std::string FaultServer::url(std::string_view path) const {
  return "http://" + exception() + std::string(path);
}

void FaultServer::on(const std::string& path, Answer answer) {
  on(path, Handler([answer = std::move(answer)](const SeenRequest&) { return answer; }));
}

void FaultServer::on(const std::string& path, std::vector<Answer> answers) {
  on(path,
     Handler([answers = std::move(answers), next = std::size_t{0}](const SeenRequest&) mutable {
       return answers[std::min(next++, answers.size() - 1)];
     }));
}

void FaultServer::on(const std::string& path, Handler handler) {
  const std::lock_guard lock(mutex_);
  handlers_[path] = std::move(handler);
}

void FaultServer::on_others(Handler handler) {
  const std::lock_guard lock(mutex_);
  others_ = std::move(handler);
}

void FaultServer::on_etag(const std::string& path, const std::string& etag,
                          const std::string& html) {
  on(path, Handler([etag, html](const SeenRequest& request) {
       if (request.header("If-None-Match") == etag) {
         return Answer{{Step::Kind::kSend, head(304, {{"ETag", etag}})}};
       }
       return reply(200, html, {{"Content-Type", "text/html"}, {"ETag", etag}});
     }));
}

void FaultServer::release() { loop_->release(); }

std::vector<SeenRequest> FaultServer::requests() const {
  const std::lock_guard lock(mutex_);
  return requests_;
}

std::size_t FaultServer::count(std::string_view path) const {
  const std::lock_guard lock(mutex_);
  return static_cast<std::size_t>(
      std::count_if(requests_.begin(), requests_.end(),
                    [path](const SeenRequest& request) { return request.path() == path; }));
}

bool FaultServer::wait_for_requests(std::size_t count) const {
  std::unique_lock lock(mutex_);
  return arrived_.wait_for(lock, std::chrono::seconds(10),
                           [&] { return requests_.size() >= count; });
}

std::size_t FaultServer::most_open(const std::string& host) const {
  const std::lock_guard lock(mutex_);
  const auto found = open_.find(host);
  return found == open_.end() ? 0 : found->second.most;
}

std::size_t FaultServer::most_open() const { return most_open(""); }

std::size_t FaultServer::connections() const {
  const std::lock_guard lock(mutex_);
  return connections_;
}

Answer FaultServer::answer_for(const SeenRequest& request) {
  const std::lock_guard lock(mutex_);
  requests_.push_back(request);
  arrived_.notify_all();
  const auto found = handlers_.find(request.path());
  if (found != handlers_.end()) return found->second(request);
  return others_ ? others_(request) : reply(404);
}

void FaultServer::opened(const std::string& host) {
  const std::lock_guard lock(mutex_);
  for (Open* open : {&open_[host], &open_[""]}) open->most = std::max(open->most, ++open->now);
}

void FaultServer::closed(const std::string& host) {
  const std::lock_guard lock(mutex_);
  for (Open* open : {&open_[host], &open_[""]}) --open->now;
}

}  // namespace thresh::test
