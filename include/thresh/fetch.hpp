// Pages over HTTP: URLs in, bytes out, bounded and polite. Link thresh::fetch as well.
//
//   thresh::Result<thresh::Fetcher> fetcher = thresh::Fetcher::create({});
//   fetcher->add("https://example.org/story");
//   fetcher->close();
//   while (std::optional<thresh::Fetched> page = fetcher->next()) …
//
// Only http and https are fetched, also after redirects, and no private, loopback or link-local
// address is connected to unless the options allow it. Credentials go to the host they were given
// for and appear in nothing that is handed out.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thresh/result.hpp"
#include "thresh/write.hpp"

namespace thresh {

// Proxies as URLs ("http://proxy:3128", "socks5h://…"); empty: none.
struct Proxies {
  std::string http;        // for http URLs
  std::string https;       // for https URLs
  std::string except_for;  // hosts that are asked directly, as in $no_proxy; "*": all
};

struct FetchOptions {
  // What is sent. Header lines are "Name: value"; they, `user` and `cookie` go to the host of the
  // URL as it was added, never to others nor from https to http.
  std::string user_agent;  // empty: thresh and its version
  std::vector<std::string> headers;
  std::string user;        // "name:password", sent as HTTP Basic
  std::string cookie;      // "name=value; name=value", or a cookie file to start from
  std::string cookie_jar;  // file that the cookies are written to at the end

  Proxies proxies;
  std::string ca_file;               // certificates to trust instead of the system's
  bool insecure = false;             // do not verify certificates
  std::vector<std::string> resolve;  // "HOST:PORT:ADDRESS": what a name resolves to

  // Which addresses may be connected to besides public ones: all, or these ("CIDR" or "CIDR:PORT").
  bool allow_private = false;
  std::vector<std::string> allow_addresses;

  // Bounds of one URL. Bytes are counted after decompression.
  std::size_t max_bytes = 20'000'000;
  int connect_timeout_ms = 10'000;
  int max_time_ms = 30'000;  // of one attempt, redirects included; 0: none
  int max_redirects = 10;

  // Politeness. A host is asked by `per_host` transfers at a time, `delay_ms` apart.
  int parallel = 16;
  int per_host = 1;
  int delay_ms = 1000;
  int retries = 2;             // after status 429 and 5xx, time-outs and broken connections
  int retry_max_time_s = 120;  // a longer wait is ErrorCode::kRateLimited

  // A folder of pages that are asked for again only if they changed, shared by any number of
  // processes; pages that took credentials, cookies or header lines to get are not kept there.
  std::string cache_directory;

  // A WARC file that requests and answers are appended to, ".gz" if its name ends so. Asks for
  // pages uncompressed and with HTTP/1.1, so that they are archived as they came.
  std::string warc_file;

  // Whether pages are handed out in the order their URLs were added, or as they come.
  bool ordered = true;
};

// What became of a URL.
struct Fetched {
  std::size_t number = 0;                    // counts the URLs in the order they were added, from 0
  std::string source;                        // the URL as it was added, without credentials
  Result<std::string> page = std::string();  // its bytes, decompressed
  std::string content_type;
  HttpInfo http;
};

// Counts of a run, for a progress line.
struct FetchProgress {
  std::size_t added = 0;
  std::size_t finished = 0;
  std::size_t failed = 0;  // of those finished
  std::size_t in_flight = 0;
  std::size_t bytes = 0;  // of pages, decompressed
  bool closed = false;    // no more will be added
};

// Fetches on a thread of its own. All functions may be called from any thread.
class Fetcher {
 public:
  // Errors are kUsage (an address that does not parse …), kNoInput (a file of cookies or
  // certificates that cannot be read) and kIo.
  static Result<Fetcher> create(FetchOptions options);

  Fetcher(Fetcher&&) noexcept;
  Fetcher& operator=(Fetcher&&) noexcept;
  ~Fetcher();  // gives up what is in flight

  // Waits while too many URLs wait. False if no more are taken: after close() or stop().
  // obey_robots: not fetched if the robots.txt of its host disallows it (RFC 9309).
  bool add(std::string_view url, bool obey_robots = true);

  // No more URLs will be added.
  void close();

  // Waits for the next page; nullopt when there will be none. Pages that nobody takes stop new
  // transfers, so memory stays bounded.
  std::optional<Fetched> next();

  // Starts nothing more. What is in flight is finished and handed out; then next() ends.
  void stop();

  FetchProgress progress() const;

  // Why the cache or the archive could not be written, which stops the run.
  std::optional<Error> failure() const;

 private:
  class Engine;
  explicit Fetcher(std::unique_ptr<Engine> engine);
  std::unique_ptr<Engine> engine_;
};

}  // namespace thresh
