// The real server that other tests rely on, asked by curl's command if there is one.
#include "support/nginx.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "support/skip.hpp"

using namespace thresh;

namespace {

// curl's output: of the page, and of -w.
std::string curl(const std::string& arguments) {
  const test::TemporaryDirectory folder;
  const std::string out = folder / "out";
  const std::string command = "curl --silent --noproxy '*' " + arguments + " >" + out + " 2>&1";
  const int status = std::system(command.c_str());
  return test::read_whole_file(out) + (status == 0 ? "" : "[failed]");
}

}  // namespace

TEST_CASE("nginx serves HTTP, HTTPS with HTTP/2, compression and passwords") {
  std::string missing;
  const std::unique_ptr<test::Nginx> nginx = test::Nginx::start(missing);
  if (!nginx || std::system("command -v curl >/dev/null 2>&1") != 0) {
    test::skip(nginx ? "curl is not installed" : missing);
    return;
  }
  nginx->write("a.html", "<p>news</p>");
  nginx->write("private/b.html", "<p>secret</p>");
  CHECK(curl(nginx->http("/a.html")) == "<p>news</p>");
  CHECK(curl("--compressed -H 'Accept-Encoding: gzip' " + nginx->http("/a.html")) == "<p>news</p>");
  const std::string trust = "--cacert " + nginx->ca_file() + " ";
  CHECK(curl(trust + "-w ' %{http_version}' " + nginx->https("/a.html")) == "<p>news</p> 2");
  CHECK(curl(nginx->https("/a.html")) == "[failed]");
  const std::string by_address = "https://127.0.0.1:" + std::to_string(nginx->https_port());
  CHECK(curl(trust + by_address + "/a.html") == "[failed]");
  CHECK(curl("-o /dev/null -w '%{http_code}' " + nginx->http("/private/b.html")) == "401");
  CHECK(curl("-u reader:secret " + nginx->http("/private/b.html")) == "<p>secret</p>");
  if (nginx->has_brotli()) {
    CHECK(curl("-H 'Accept-Encoding: br' -o /dev/null " + nginx->http("/a.html?br")).empty());
    CHECK(nginx->access_log().find("GET /a.html?br HTTP/1.1 200 br") != std::string::npos);
  }
}
