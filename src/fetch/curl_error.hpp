// What libcurl's errors are called here.
#pragma once

#include <curl/curl.h>

#include "thresh/result.hpp"

namespace thresh::fetch {

ErrorCode error_code_of(CURLcode code);

// Another attempt may succeed: time-outs and connections that broke.
bool is_transient(CURLcode code);

}  // namespace thresh::fetch
