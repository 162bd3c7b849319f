#include "base/deflate.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace thresh::base {
namespace {

constexpr int kGzip = 16;  // added to the window bits: a gzip header, not zlib's
constexpr int kMemoryLevel = 8;
constexpr std::size_t kBufferBytes = 16'384;

// Feeds all of `bytes` in pieces that zlib can count.
bool deflate_all(z_stream& stream, std::string_view bytes, std::string& out) {
  Bytef buffer[kBufferBytes];
  while (true) {
    const std::size_t given = std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
    stream.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(given);
    stream.next_out = buffer;
    stream.avail_out = sizeof buffer;
    const int status = deflate(&stream, given == bytes.size() ? Z_FINISH : Z_NO_FLUSH);
    out.append(reinterpret_cast<const char*>(buffer), sizeof buffer - stream.avail_out);
    bytes.remove_prefix(given - stream.avail_in);
    if (status == Z_STREAM_END) return true;
    if (status != Z_OK && status != Z_BUF_ERROR) return false;
  }
}

}  // namespace

Result<std::string> gzip(std::string_view bytes) {
  z_stream stream{};
  std::string out;
  const bool ready = deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, kGzip + MAX_WBITS,
                                  kMemoryLevel, Z_DEFAULT_STRATEGY) == Z_OK;
  const bool done = ready && deflate_all(stream, bytes, out);
  if (ready) deflateEnd(&stream);
  if (!done) return Error{ErrorCode::kTooComplex, "write", "no memory to make gzip data"};
  return out;
}

}  // namespace thresh::base
