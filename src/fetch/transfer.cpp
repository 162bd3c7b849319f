#include "fetch/transfer.hpp"

#include <netdb.h>
#include <netinet/in.h>

#include <algorithm>
#include <charconv>
#include <ctime>
#include <new>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "fetch/curl_error.hpp"
#include "fetch/proxy.hpp"

namespace thresh::fetch {
namespace {

std::string address_text(const sockaddr& address) {
  char text[NI_MAXHOST] = {};
  const socklen_t size = address.sa_family == AF_INET6 ? sizeof(sockaddr_in6) : sizeof(sockaddr_in);
  const int failed = ::getnameinfo(&address, size, text, sizeof(text), nullptr, 0, NI_NUMERICHOST);
  return failed == 0 ? text : "unknown";
}

constexpr std::size_t kMaxHeadBytes = 256 << 10;
constexpr std::size_t kMaxAsideBytes = 64 << 10;  // of the body of a redirect or a failure
constexpr long kLowSpeedBytes = 100;              // a second, on average over …
constexpr long kLowSpeedSeconds = 20;

constexpr const char* kProtocols = "http,https";
constexpr const char* kAccept =
    "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

// Header lines of the caller that may go to any host. All others might be a secret.
constexpr std::string_view kHarmless[] = {"accept", "accept-language", "cache-control",
                                          "dnt",    "pragma",          "sec-gpc"};

std::string header_name(std::string_view line) {
  return base::lower(base::trim(line.substr(0, line.find_first_of(":;"))));
}

bool is_harmless(std::string_view line) {
  const std::string name = header_name(line);
  return std::find(std::begin(kHarmless), std::end(kHarmless), name) != std::end(kHarmless);
}

bool is_success(int status) { return status >= 200 && status < 300; }

}  // namespace

Transfer::Transfer(const Setup& setup) : setup_(setup), easy_(curl_easy_init()) {}

std::optional<Error> Transfer::prepare(Request request) {
  request_ = std::move(request);
  proxy_ = proxy_for(setup_.options().proxies, request_.target);
  answer_ = {};
  answer_.unix_time = std::time(nullptr);
  head_bytes_ = 0;
  stop_ = Stop::kNone;
  refused_.clear();
  message_[0] = '\0';
  if (!request_.keep_cookies) {
    curl_easy_setopt(easy_.get(), CURLOPT_SHARE, nullptr);  // first: "ALL" would empty it for all
    curl_easy_setopt(easy_.get(), CURLOPT_COOKIELIST, "ALL");
  }
  curl_easy_reset(easy_.get());  // keeps the cookies
  set_network();
  set_bounds();
  set_identity();
  set_headers();
  set_callbacks();
  if (setup_.archives()) set_archiving();
  return refusal();
}

// What a proxy will connect to can only be judged by how it is written. Without one, on_socket()
// has the last word; here refused addresses are called so in all spellings, also those that do not
// resolve everywhere.
std::optional<Error> Transfer::refusal() const {
  const Target& target = request_.target;
  int port = 0;
  std::from_chars(target.port.data(), target.port.data() + target.port.size(), port);
  if (setup_.policy().allows_host(target.host, static_cast<std::uint16_t>(port))) {
    return std::nullopt;
  }
  return Error{ErrorCode::kRefused, "fetch", "address " + target.host + " is not public"};
}

void Transfer::set_network() {
  CURL* easy = easy_.get();
  const FetchOptions& options = setup_.options();
  curl_easy_setopt(easy, CURLOPT_URL, request_.target.url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, kProtocols);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(easy, CURLOPT_PROXY, proxy_.c_str());  // empty: none, whatever the environment
  curl_easy_setopt(easy, CURLOPT_NOPROXY, "");
  if (!options.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, options.ca_file.c_str());
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, options.insecure ? 0L : 1L);
  curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, options.insecure ? 0L : 2L);
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that libcurl knows
  resolve_.reset();
  for (const std::string& line : options.resolve) append(resolve_, line.c_str());
  curl_easy_setopt(easy, CURLOPT_RESOLVE, resolve_.get());
}

void Transfer::set_bounds() {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS,
                   static_cast<long>(setup_.options().connect_timeout_ms));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, request_.time_left_ms);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_LIMIT, kLowSpeedBytes);
  curl_easy_setopt(easy, CURLOPT_LOW_SPEED_TIME, kLowSpeedSeconds);
  body_limit_ = request_.max_bytes;
}

void Transfer::set_identity() {
  CURL* easy = easy_.get();
  const FetchOptions& options = setup_.options();
  curl_easy_setopt(easy, CURLOPT_USERAGENT, setup_.user_agent().c_str());
  // Cookies that a redirect sets are sent back. An empty CURLOPT_COOKIEFILE does the same, but of
  // that libcurl 7.88 loses a few bytes at each reset. Before sharing, which switches nothing on.
  curl_easy_setopt(easy, CURLOPT_COOKIELIST, "");
  if (request_.keep_cookies) curl_easy_setopt(easy, CURLOPT_SHARE, setup_.cookies());
  if (!request_.own_host) return;
  const std::string& user = request_.target.user.empty() ? options.user : request_.target.user;
  if (!user.empty()) {
    curl_easy_setopt(easy, CURLOPT_HTTPAUTH, CURLAUTH_BASIC);
    curl_easy_setopt(easy, CURLOPT_USERPWD, user.c_str());
  }
  if (is_literal_cookie(options.cookie)) {
    curl_easy_setopt(easy, CURLOPT_COOKIE, options.cookie.c_str());
  }
}

bool Transfer::goes_along(std::string_view header) const {
  return request_.own_host || is_harmless(header);
}

void Transfer::set_headers() {
  header_lines_.reset();
  bool own_accept = false;
  for (const std::string& line : setup_.options().headers) {
    if (!goes_along(line)) continue;
    own_accept = own_accept || header_name(line) == "accept";
    append(header_lines_, line.c_str());
  }
  if (!own_accept) append(header_lines_, kAccept);
  for (const std::string& line : request_.conditions) append(header_lines_, line.c_str());
  curl_easy_setopt(easy_.get(), CURLOPT_HTTPHEADER, header_lines_.get());
}

// HTTP/2 has no form that archives could hold. A server that compresses all the same is understood.
void Transfer::set_archiving() {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "identity");
  curl_easy_setopt(easy, CURLOPT_VERBOSE, 1L);
  curl_easy_setopt(easy, CURLOPT_DEBUGFUNCTION, on_debug);
  curl_easy_setopt(easy, CURLOPT_DEBUGDATA, this);
}

void Transfer::set_callbacks() {
  CURL* easy = easy_.get();
  curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, message_);
  curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, on_head);
  curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, on_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETFUNCTION, on_socket);
  curl_easy_setopt(easy, CURLOPT_OPENSOCKETDATA, this);
}

// The callbacks are called from C: nothing may be thrown through it.
std::size_t Transfer::on_head(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  try {
    return transfer.take_head({data, size * count}) ? size * count : 0;
  } catch (const std::bad_alloc&) {
    transfer.stop_ = Stop::kMemory;
    return 0;
  }
}

std::size_t Transfer::on_body(char* data, std::size_t size, std::size_t count, void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  try {
    return transfer.take_body({data, size * count}) ? size * count : 0;
  } catch (const std::bad_alloc&) {
    transfer.stop_ = Stop::kMemory;
    return 0;
  }
}

int Transfer::on_debug(CURL* /*easy*/, curl_infotype type, char* data, std::size_t size,
                       void* self) {
  auto& transfer = *static_cast<Transfer*>(self);
  if (type != CURLINFO_HEADER_OUT) return 0;
  try {
    transfer.answer_.request_head.assign(data, size);
  } catch (const std::bad_alloc&) {
    transfer.stop_ = Stop::kMemory;
  }
  return 0;
}

// Here every connection begins, so here its address is judged, whatever name led to it.
curl_socket_t Transfer::on_socket(void* self, curlsocktype /*purpose*/, curl_sockaddr* address) {
  auto& transfer = *static_cast<Transfer*>(self);
  const bool through_proxy = !transfer.proxy_.empty();
  if (!through_proxy && !transfer.setup_.policy().allows(address->addr)) {
    transfer.refused_ = address_text(address->addr);
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

bool Transfer::take_head(std::string_view line) {
  if (line.starts_with("HTTP/")) {
    answer_.head.clear();
    answer_.body.clear();
  }
  head_bytes_ += line.size();
  if (head_bytes_ > kMaxHeadBytes) {
    stop_ = Stop::kHeaders;
    return false;
  }
  answer_.head += line;
  return true;
}

bool Transfer::take_body(std::string_view bytes) {
  if (answer_.body.empty()) {
    long status = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
    answer_.status = static_cast<int>(status);
  }
  const bool aside = !is_success(answer_.status);
  const std::size_t limit = aside ? std::min(kMaxAsideBytes, body_limit_) : body_limit_;
  const std::size_t room = limit - std::min(limit, answer_.body.size());
  if (bytes.size() <= room) {
    answer_.body += bytes;
    return true;
  }
  answer_.body += bytes.substr(0, room);
  stop_ = aside || request_.cut ? Stop::kEnough : Stop::kTooLarge;
  return false;
}

Error Transfer::error_of(CURLcode code) const {
  switch (stop_) {
    case Stop::kTooLarge:
      return {ErrorCode::kTooLarge, "fetch",
              "over the limit of " + std::to_string(body_limit_) + " bytes"};
    case Stop::kHeaders:
      return {ErrorCode::kTooLarge, "fetch",
              "more than " + std::to_string(kMaxHeadBytes) + " bytes of header lines"};
    case Stop::kMemory:
      return {ErrorCode::kTooComplex, "fetch", "not enough memory for this page"};
    case Stop::kEnough:
    case Stop::kNone:
      break;
  }
  if (!refused_.empty()) {
    return {ErrorCode::kRefused, "fetch", "address " + refused_ + " is not public"};
  }
  const bool unexplained = message_[0] == '\0';
  return {error_code_of(code), "fetch", unexplained ? curl_easy_strerror(code) : message_};
}

Answer Transfer::finish(CURLcode code) {
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  answer_.status = static_cast<int>(status);
  answer_.cut = stop_ == Stop::kEnough;
  const char* ip = nullptr;
  if (proxy_.empty()) curl_easy_getinfo(easy_.get(), CURLINFO_PRIMARY_IP, &ip);
  if (ip != nullptr) answer_.ip = ip;
  if (code != CURLE_OK && stop_ != Stop::kEnough) {
    answer_.error = error_of(code);
    answer_.transient = stop_ == Stop::kNone && refused_.empty() && is_transient(code);
  }
  return std::move(answer_);
}

}  // namespace thresh::fetch
