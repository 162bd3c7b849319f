// What a server says, in steps, good or bad. Makers of the usual answers and faults.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace thresh::test {

// Sends `bytes` `times` times, or does something else.
struct Step {
  enum class Kind : unsigned char {
    kSend,
    kWait,   // for `wait`
    kHold,   // until FaultServer::release()
    kStall,  // for ever
    kClose,
    kReset,  // a TCP reset
  };
  Kind kind = Kind::kSend;
  std::string bytes;
  std::size_t times = 1;
  std::chrono::milliseconds wait{0};
};

// After the last step the connection takes the next request, unless a step closed it.
using Answer = std::vector<Step>;

using HeaderLines = std::vector<std::pair<std::string, std::string>>;

// A head without Content-Length unless the lines have one.
std::string head(int status, const HeaderLines& lines = {});

// A whole answer, with Content-Length.
Answer reply(int status, std::string_view body = {}, const HeaderLines& lines = {});
Answer page(std::string_view html, std::string_view content_type = "text/html; charset=utf-8");
Answer redirect(std::string_view to, int status = 302);

// The answer after a wait, or once the test releases it.
Answer delayed(std::chrono::milliseconds wait, Answer answer);
Answer held(Answer answer);

Answer silent();                        // takes the request and never answers
Answer stalled(std::string_view body);  // promises more than this and never sends it
Answer dripping(std::string_view body, std::chrono::milliseconds wait);  // a byte at a time
Answer short_body(std::string_view body);    // closes before all that it promised
Answer reset_midway(std::string_view body);  // the same by a reset
Answer chunked(std::string_view body, std::size_t chunk_bytes);
Answer bad_chunk_size();                 // no hexadecimal number
Answer endless_chunk();                  // a size of 16 digits
Answer header_flood(std::size_t bytes);  // header lines without end
Answer long_header(std::size_t bytes);   // one line
Answer not_http();

// Spaces, as many MiB unpacked, about a thousandth of that on the wire, after a small page.
Answer gzip_bomb(std::size_t unpacked_mib);

// gzip data that breaks off.
Answer broken_gzip();

}  // namespace thresh::test
