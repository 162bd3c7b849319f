// One URL's handle: makes a request at a time and bounds what it may bring. Follows nothing itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "fetch/answer.hpp"
#include "fetch/handles.hpp"
#include "fetch/setup.hpp"
#include "fetch/target.hpp"

namespace thresh::fetch {

struct Request {
  Target target;
  bool own_host = true;      // credentials and header lines go along
  bool keep_cookies = true;  // false: those set so far are forgotten
  long time_left_ms = 0;     // 0: no limit
  std::size_t max_bytes = 0;
  bool cut = false;                     // past max_bytes the answer ends, rather than fails
  std::vector<std::string> conditions;  // header lines of a page that the cache has
};

class Transfer {
 public:
  explicit Transfer(const Setup& setup);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;
  ~Transfer() = default;

  CURL* handle() const { return easy_.get(); }

  // Makes the handle ready to be performed. An error: it must not be.
  [[nodiscard]] std::optional<Error> prepare(Request request);

  // After the handle was performed. Takes the answer.
  Answer finish(CURLcode code);

 private:
  enum class Stop : unsigned char { kNone, kEnough, kTooLarge, kHeaders, kMemory };

  std::optional<Error> refusal() const;
  void set_network();
  void set_bounds();
  void set_identity();
  void set_headers();
  void set_callbacks();
  void set_archiving();
  bool goes_along(std::string_view header) const;
  Error error_of(CURLcode code) const;

  static std::size_t on_head(char* data, std::size_t size, std::size_t count, void* self);
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self);
  static int on_debug(CURL* easy, curl_infotype type, char* data, std::size_t size, void* self);
  static curl_socket_t on_socket(void* self, curlsocktype purpose, curl_sockaddr* address);
  bool take_head(std::string_view line);
  bool take_body(std::string_view bytes);

  const Setup& setup_;
  Easy easy_;
  List header_lines_;
  List resolve_;
  Request request_;
  std::string proxy_;
  Answer answer_;
  std::size_t head_bytes_ = 0;  // of all answers, also those before the last
  std::size_t body_limit_ = 0;
  Stop stop_ = Stop::kNone;
  std::string refused_;  // the last address that was not connected to
  char message_[CURL_ERROR_SIZE] = {};
};

}  // namespace thresh::fetch
