#include "base/inflate.hpp"

#include <zlib.h>

#include <algorithm>
#include <limits>

namespace thresh::base {
namespace {

constexpr int kGzipOnly = 16;  // added to the window bits: no raw or zlib streams
constexpr std::size_t kBufferBytes = 16'384;

enum class Step { kMore, kMemberEnd, kDamaged, kNoMemory };

class Inflater {
 public:
  Inflater() : ready_(inflateInit2(&stream_, kGzipOnly + MAX_WBITS) == Z_OK) {}
  ~Inflater() {
    if (ready_) inflateEnd(&stream_);
  }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;

  // Unpacks a piece of `bytes` to the end of `out` and moves `bytes` past it.
  Step step(std::string_view& bytes, std::string& out) {
    if (!ready_) return Step::kNoMemory;
    Bytef buffer[kBufferBytes];
    const std::size_t given = std::min<std::size_t>(bytes.size(), std::numeric_limits<uInt>::max());
    stream_.next_in = reinterpret_cast<z_const Bytef*>(const_cast<char*>(bytes.data()));
    stream_.avail_in = static_cast<uInt>(given);
    stream_.next_out = buffer;
    stream_.avail_out = sizeof buffer;
    const int status = inflate(&stream_, Z_NO_FLUSH);
    out.append(reinterpret_cast<const char*>(buffer), sizeof buffer - stream_.avail_out);
    bytes.remove_prefix(given - stream_.avail_in);
    if (status == Z_MEM_ERROR) return Step::kNoMemory;
    if (status == Z_STREAM_END) return Step::kMemberEnd;
    return status == Z_OK ? Step::kMore : Step::kDamaged;  // Z_BUF_ERROR: it breaks off
  }

  void start_member() { inflateReset(&stream_); }

 private:
  z_stream stream_{};
  bool ready_;
};

}  // namespace

bool is_gzip(std::string_view bytes) { return bytes.substr(0, 2) == "\x1F\x8B"; }

Result<std::string> gunzip(std::string_view bytes, std::size_t max_bytes) {
  Inflater inflater;
  std::string out;
  while (true) {
    const Step step = inflater.step(bytes, out);
    if (out.size() > max_bytes) {
      return Error{ErrorCode::kTooLarge, "read",
                   "gzip data unpacks to more than " + std::to_string(max_bytes) + " bytes"};
    }
    if (step == Step::kNoMemory) {
      return Error{ErrorCode::kTooComplex, "read", "no memory to unpack gzip data"};
    }
    if (step == Step::kDamaged) {
      return Error{ErrorCode::kDamaged, "read", "gzip data is damaged or breaks off"};
    }
    if (step == Step::kMemberEnd) {
      if (!is_gzip(bytes)) return out;
      inflater.start_member();
    }
  }
}

}  // namespace thresh::base
