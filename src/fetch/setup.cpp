#include "fetch/setup.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <mutex>
#include <optional>
#include <system_error>
#include <utility>

#include "fetch/files.hpp"

namespace thresh::fetch {
namespace {

constexpr mode_t kOwnerFile = 0600;

// Counts its callers itself, and must not be entered twice at a time.
bool start_libcurl() {
  static std::once_flag once;
  static bool started = false;
  std::call_once(once, [] { started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK; });
  return started;
}

std::optional<Error> unreadable(const std::string& path) {
  if (path.empty() || ::access(path.c_str(), R_OK) == 0) return std::nullopt;
  return Error{ErrorCode::kNoInput, "read", path + ": " + std::generic_category().message(errno)};
}

// Makes it if it is not there, for its owner alone.
std::optional<Error> unwritable(const std::string& path) {
  if (path.empty()) return std::nullopt;
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, kOwnerFile);
  if (descriptor < 0) return file_error(path, errno);
  ::close(descriptor);
  return std::nullopt;
}

// libcurl would go on without them, or fail at each page.
std::optional<Error> check_files(const FetchOptions& options) {
  const bool from_file = !is_literal_cookie(options.cookie);
  if (std::optional<Error> error = unreadable(from_file ? options.cookie : "")) return error;
  if (std::optional<Error> error = unreadable(options.ca_file)) return error;
  return unwritable(options.cookie_jar);
}

}  // namespace

Result<std::unique_ptr<Setup>> Setup::create(FetchOptions options) {
  if (!start_libcurl()) return Error{ErrorCode::kIo, "fetch", "libcurl does not start"};
  Result<AddressPolicy> policy =
      AddressPolicy::create(options.allow_private, options.allow_addresses);
  if (!policy) return policy.error();
  if (std::optional<Error> error = check_files(options)) return *error;
  std::unique_ptr<Setup> setup(new Setup(std::move(options), std::move(*policy)));
  setup->open_cookies();
  return setup;
}

Setup::Setup(FetchOptions options, AddressPolicy policy)
    : options_(std::move(options)),
      policy_(std::move(policy)),
      user_agent_(options_.user_agent.empty() ? "thresh/" THRESH_VERSION : options_.user_agent) {}

Setup::~Setup() {
  if (cookies_ == nullptr || options_.cookie_jar.empty()) return;
  const Easy easy(curl_easy_init());
  curl_easy_setopt(easy.get(), CURLOPT_SHARE, cookies_.get());
  curl_easy_setopt(easy.get(), CURLOPT_COOKIEJAR, options_.cookie_jar.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_COOKIELIST, "FLUSH");
}

void Setup::open_cookies() {
  const bool from_file = !options_.cookie.empty() && !is_literal_cookie(options_.cookie);
  if (!from_file && options_.cookie_jar.empty()) return;
  cookies_.reset(curl_share_init());
  curl_share_setopt(cookies_.get(), CURLSHOPT_SHARE, CURL_LOCK_DATA_COOKIE);
  if (!from_file) return;
  const Easy easy(curl_easy_init());
  curl_easy_setopt(easy.get(), CURLOPT_SHARE, cookies_.get());
  curl_easy_setopt(easy.get(), CURLOPT_COOKIEFILE, options_.cookie.c_str());
  curl_easy_setopt(easy.get(), CURLOPT_COOKIELIST, "RELOAD");
}

}  // namespace thresh::fetch
