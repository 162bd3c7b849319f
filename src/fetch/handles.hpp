// libcurl's handles as owners.
#pragma once

#include <curl/curl.h>

#include <memory>

namespace thresh::fetch {

struct EasyCleanup {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct MultiCleanup {
  void operator()(CURLM* handle) const { curl_multi_cleanup(handle); }
};
struct ShareCleanup {
  void operator()(CURLSH* handle) const { curl_share_cleanup(handle); }
};
struct ListCleanup {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

using Easy = std::unique_ptr<CURL, EasyCleanup>;
using Multi = std::unique_ptr<CURLM, MultiCleanup>;
using Share = std::unique_ptr<CURLSH, ShareCleanup>;
using List = std::unique_ptr<curl_slist, ListCleanup>;

inline void append(List& list, const char* line) {
  curl_slist* longer = curl_slist_append(list.get(), line);
  if (longer == nullptr) return;  // out of memory: the line is missing
  (void)list.release();
  list.reset(longer);
}

}  // namespace thresh::fetch
