#include "fetch/curl_error.hpp"

#include <algorithm>
#include <iterator>

namespace thresh::fetch {
namespace {

struct Row {
  CURLcode theirs;
  ErrorCode ours;
};
constexpr Row kRows[] = {
    {CURLE_UNSUPPORTED_PROTOCOL, ErrorCode::kRefused},
    {CURLE_URL_MALFORMAT, ErrorCode::kBadUrl},
    {CURLE_COULDNT_RESOLVE_HOST, ErrorCode::kHost},
    {CURLE_COULDNT_RESOLVE_PROXY, ErrorCode::kHost},
    {CURLE_OPERATION_TIMEDOUT, ErrorCode::kNetworkTimeout},
    {CURLE_BAD_CONTENT_ENCODING, ErrorCode::kDamaged},
    {CURLE_OUT_OF_MEMORY, ErrorCode::kTooComplex},
};

constexpr CURLcode kTransient[] = {
    CURLE_OPERATION_TIMEDOUT, CURLE_COULDNT_CONNECT, CURLE_GOT_NOTHING, CURLE_SEND_ERROR,
    CURLE_RECV_ERROR,         CURLE_PARTIAL_FILE,    CURLE_HTTP2,       CURLE_HTTP2_STREAM,
};

}  // namespace

ErrorCode error_code_of(CURLcode code) {
  const Row* row = std::find_if(std::begin(kRows), std::end(kRows),
                                [code](const Row& candidate) { return candidate.theirs == code; });
  return row != std::end(kRows) ? row->ours : ErrorCode::kConnection;
}

bool is_transient(CURLcode code) {
  return std::find(std::begin(kTransient), std::end(kTransient), code) != std::end(kTransient);
}

}  // namespace thresh::fetch
