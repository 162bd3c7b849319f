// Requests and answers as WARC/1.1 records (ISO 28500), which archives of web pages read.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "thresh/result.hpp"

namespace thresh::fetch {

// A request and its answer. Each hop of a redirect is an exchange of its own.
struct Exchange {
  std::string url;  // that was asked for
  std::string ip;   // that was connected to; empty: not known (a proxy)
  std::int64_t unix_time = 0;
  std::string request_head;  // request line and header lines, with the empty line at the end
  std::string head;          // status line and header lines of the answer, likewise
  std::string body;
  bool decompressed = false;  // the body is not as Content-Encoding says
  bool cut = false;           // the body is not whole
};

// The records' blocks. What the heads say of a transfer that has been undone ("chunked") is renamed
// to X-Archive-Orig-…; lines of the request that hold secrets are left out.
std::string archived_request(std::string_view request_head);
std::string archived_answer(const Exchange& exchange);

class WarcWriter {
 public:
  // Appends to the file, which begins a part of its own with a warcinfo record. A name that ends in
  // ".gz" makes each record a gzip member. Errors are kIo; so is a file that is being written to.
  static Result<WarcWriter> open(const std::string& path, std::string_view software);

  WarcWriter(WarcWriter&& other) noexcept;
  WarcWriter& operator=(WarcWriter&&) = delete;
  ~WarcWriter();

  // A response record and its request record. After an error the file is as it was before.
  std::optional<Error> write(const Exchange& exchange);

 private:
  WarcWriter(std::string path, int descriptor);
  std::optional<Error> append(const std::string& records);
  Result<std::string> packed(std::string record) const;

  std::string path_;
  int descriptor_;
};

}  // namespace thresh::fetch
