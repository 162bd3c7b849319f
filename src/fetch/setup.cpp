#include "fetch/setup.hpp"

#include <mutex>
#include <utility>

namespace thresh::fetch {
namespace {

// Counts its callers itself, and must not be entered twice at a time.
bool start_libcurl() {
  static std::once_flag once;
  static bool started = false;
  std::call_once(once, [] { started = curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK; });
  return started;
}

}  // namespace

Result<std::unique_ptr<Setup>> Setup::create(FetchOptions options) {
  if (!start_libcurl()) return Error{ErrorCode::kIo, "fetch", "libcurl does not start"};
  Result<AddressPolicy> policy =
      AddressPolicy::create(options.allow_private, options.allow_addresses);
  if (!policy) return policy.error();
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
