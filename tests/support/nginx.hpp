// Debian's nginx as a real server: free ports of 127.0.0.1, a folder of its own, a certificate
// authority made for the run.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "support/temporary_directory.hpp"

namespace thresh::test {

class Nginx {
 public:
  // nullptr if nginx or openssl is not installed: `missing` says which, for skip(). Throws
  // std::runtime_error, with nginx's words, if it is there and does not start.
  static std::unique_ptr<Nginx> start(std::string& missing);

  Nginx(const Nginx&) = delete;
  Nginx& operator=(const Nginx&) = delete;
  ~Nginx();

  // A file below the root, which both servers serve: with ETag and Last-Modified, gzip, and brotli
  // if its module is installed. What lies in /private/ wants the user "reader", "secret".
  void write(std::string_view name, std::string_view bytes) const;

  std::string http(std::string_view path) const;   // http://127.0.0.1:PORT/path
  std::string https(std::string_view path) const;  // https://localhost:PORT/path, HTTP/2

  // https://localhost:PORT/to?url=…, which sets a cookie and redirects there.
  std::string https_to(const std::string& url) const { return https("/to?url=" + url); }
  std::uint16_t http_port() const { return http_port_; }
  std::uint16_t https_port() const { return https_port_; }

  // The authority's certificate. That of the server is for localhost alone: asked for by its
  // address, or another name, it is not right.
  std::string ca_file() const { return folder_ / "ca.pem"; }
  bool has_brotli() const { return has_brotli_; }

  // What was asked for: lines "METHOD path PROTOCOL status encoding".
  std::string access_log() const;

 private:
  Nginx() = default;
  void make_certificates() const;
  void write_config() const;
  void run();
  bool answers() const;

  TemporaryDirectory folder_;
  std::uint16_t http_port_ = 0;
  std::uint16_t https_port_ = 0;
  bool has_brotli_ = false;
  pid_t process_ = -1;
};

}  // namespace thresh::test
