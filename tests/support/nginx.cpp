#include "support/nginx.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <thread>
#include <vector>

namespace thresh::test {
namespace {

constexpr const char* kProgram = "/usr/sbin/nginx";
constexpr std::string_view kBrotliModule =
    "/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so";
constexpr int kStarts = 5;  // a free port may be taken before nginx has it
constexpr auto kStartTime = std::chrono::seconds(10);

sockaddr_in loopback(std::uint16_t port) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(port);
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  return address;
}

std::uint16_t free_port() {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address = loopback(0);
  socklen_t size = sizeof address;
  auto* any = reinterpret_cast<sockaddr*>(&address);
  const bool bound = ::bind(socket, any, size) == 0 && ::getsockname(socket, any, &size) == 0;
  ::close(socket);
  if (!bound) throw std::runtime_error("no free port");
  return ntohs(address.sin_port);
}

bool is_open(std::uint16_t port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const sockaddr_in address = loopback(port);
  const auto* any = reinterpret_cast<const sockaddr*>(&address);
  const bool open = ::connect(socket, any, sizeof address) == 0;
  ::close(socket);
  return open;
}

void run_shell(const std::string& command) {
  if (std::system(command.c_str()) != 0) throw std::runtime_error("failed: " + command);
}

// %NAME% in the text below.
std::string filled(std::string text,
                   const std::vector<std::pair<std::string_view, std::string>>& values) {
  for (const auto& [name, value] : values) {
    const std::string mark = "%" + std::string(name) + "%";
    for (std::size_t at = text.find(mark); at != text.npos; at = text.find(mark, at)) {
      text.replace(at, mark.size(), value);
    }
  }
  return text;
}

constexpr std::string_view kConfig = R"(%LOAD%
daemon off;
master_process off;
pid nginx.pid;
error_log error.log warn;
events { worker_connections 4096; }
http {
  log_format short '$request_method $request_uri $server_protocol $status '
                   '$sent_http_content_encoding';
  access_log access.log short;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  types { text/html html; text/plain txt; }
  default_type application/octet-stream;
  root root;
  gzip on;
  gzip_min_length 0;
  gzip_types text/plain;
  %BROTLI%
  server {
    listen 127.0.0.1:%HTTP%;
    location /private/ { auth_basic "test"; auth_basic_user_file users; }
  }
  server {
    listen 127.0.0.1:%HTTPS% ssl http2;
    ssl_certificate server.pem;
    ssl_certificate_key server.key;
    location = /to { add_header Set-Cookie id=9 always; return 302 $arg_url; }
    location /private/ { auth_basic "test"; auth_basic_user_file users; }
  }
}
)";

constexpr std::string_view kMakeCertificates = R"sh(cd '%FOLDER%' && {
key() { openssl ecparam -name prime256v1 -genkey -noout -out "$1" &&
openssl req -new -key "$1" -subj "$2" -out "$3"; }
key ca.key "/CN=test authority" ca.csr &&
printf 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n' >ca.ext &&
openssl x509 -req -in ca.csr -signkey ca.key -days 2 -extfile ca.ext -out ca.pem &&
key server.key "/CN=localhost" server.csr &&
printf 'subjectAltName=DNS:localhost\n' >server.ext &&
openssl x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 \
  -extfile server.ext -out server.pem &&
printf 'reader:%s\n' "$(openssl passwd -apr1 secret)" > users
} >openssl.log 2>&1)sh";

}  // namespace

std::unique_ptr<Nginx> Nginx::start(std::string& missing) {
  missing.clear();
  if (::access(kProgram, X_OK) != 0) {
    missing = "nginx is not installed";
  } else if (std::system("command -v openssl >/dev/null 2>&1") != 0) {
    missing = "openssl is not installed";
  }
  if (!missing.empty()) return nullptr;
  std::unique_ptr<Nginx> nginx(new Nginx);
  nginx->has_brotli_ = std::filesystem::exists(kBrotliModule);
  std::filesystem::create_directories(nginx->folder_ / "root");
  nginx->make_certificates();
  for (int i = 0; i < kStarts; ++i) {
    nginx->http_port_ = free_port();
    nginx->https_port_ = free_port();
    nginx->write_config();
    nginx->run();
    if (nginx->answers()) return nginx;
  }
  throw std::runtime_error("nginx does not start: " +
                           read_whole_file(nginx->folder_ / "error.log"));
}

Nginx::~Nginx() {
  if (process_ <= 0) return;
  ::kill(process_, SIGTERM);
  ::waitpid(process_, nullptr, 0);
}

void Nginx::write(std::string_view name, std::string_view bytes) const {
  folder_.write("root/" + std::string(name), bytes);
}

std::string Nginx::http(std::string_view path) const {
  return "http://127.0.0.1:" + std::to_string(http_port_) + std::string(path);
}

std::string Nginx::https(std::string_view path) const {
  return "https://localhost:" + std::to_string(https_port_) + std::string(path);
}

std::string Nginx::access_log() const { return read_whole_file(folder_ / "access.log"); }

void Nginx::make_certificates() const {
  run_shell(filled(std::string(kMakeCertificates), {{"FOLDER", folder_.path().string()}}));
}

void Nginx::write_config() const {
  const std::string load = "load_module " + std::string(kBrotliModule) + ";";
  folder_.write("nginx.conf",
                filled(std::string(kConfig),
                       {{"LOAD", has_brotli_ ? load : ""},
                        {"BROTLI", has_brotli_ ? "brotli on; brotli_min_length 0;" : ""},
                        {"HTTP", std::to_string(http_port_)},
                        {"HTTPS", std::to_string(https_port_)}}));
}

// In the foreground and in one process, which ends with the test however the test ends.
void Nginx::run() {
  const std::string prefix = folder_.path().string() + "/";
  const std::string config = prefix + "nginx.conf";
  const std::string log = prefix + "error.log";
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error("fork");
  if (process_ > 0) return;
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  const int errors = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  ::dup2(errors, STDERR_FILENO);
  ::execl(kProgram, "nginx", "-e", "error.log", "-p", prefix.c_str(), "-c", config.c_str(),
          nullptr);
  ::_exit(127);
}

// False if it has ended, as it does when a port is taken.
bool Nginx::answers() const {
  const auto until = std::chrono::steady_clock::now() + kStartTime;
  while (std::chrono::steady_clock::now() < until) {
    if (::waitpid(process_, nullptr, WNOHANG) == process_) return false;
    if (is_open(http_port_) && is_open(https_port_)) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  return false;
}

}  // namespace thresh::test
