#include "fetch/warc_writer.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <iterator>
#include <random>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/deflate.hpp"
#include "base/sha1.hpp"
#include "fetch/files.hpp"

namespace thresh::fetch {
namespace {

constexpr mode_t kNewFile = 0666;  // less what the umask takes
constexpr std::string_view kSecrets[] = {"authorization", "proxy-authorization", "cookie"};
constexpr std::string_view kTransfer[] = {"transfer-encoding", "trailer"};
constexpr std::string_view kCompression[] = {"content-encoding", "content-length"};
constexpr std::string_view kOriginal = "X-Archive-Orig-";

struct Field {
  std::string_view name;
  std::string value;
};

template <std::size_t kCount>
bool is_one_of(const std::string_view (&names)[kCount], std::string_view name) {
  return std::any_of(std::begin(names), std::end(names), [name](std::string_view known) {
    return base::equals_ignore_case(known, name);
  });
}

// Cuts the next line off, without its end.
std::string_view cut_line(std::string_view& text) {
  std::string_view line = text.substr(0, text.find('\n'));
  text.remove_prefix(std::min(text.size(), line.size() + 1));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

enum class Keep : unsigned char { kAsIs, kRenamed, kNot };

// A head again, its lines kept as `decide` says of their names; the first line always is. Lines
// that go on (an old form) share the fate of the line they belong to.
template <class Decide>
std::string rewritten_head(std::string_view head, const Decide& decide) {
  std::string out(cut_line(head));
  out += "\r\n";
  Keep keep = Keep::kAsIs;
  while (!head.empty()) {
    const std::string_view line = cut_line(head);
    if (line.empty()) break;
    const bool goes_on = base::is_space(line[0]);
    if (!goes_on) keep = decide(base::trim(line.substr(0, line.find(':'))));
    if (keep == Keep::kNot) continue;
    if (keep == Keep::kRenamed && !goes_on) out += kOriginal;
    out.append(line).append("\r\n");
  }
  return out += "\r\n";
}

std::string iso_time(std::int64_t unix_time) {
  using namespace std::chrono;
  const sys_seconds time{seconds(unix_time)};
  const auto day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  const auto two = [](auto number) {
    const std::string digits = std::to_string(number);
    return digits.size() < 2 ? "0" + digits : digits;
  };
  return std::to_string(static_cast<int>(date.year())) + '-' +
         two(static_cast<unsigned>(date.month())) + '-' + two(static_cast<unsigned>(date.day())) +
         'T' + two(clock.hours().count()) + ':' + two(clock.minutes().count()) + ':' +
         two(clock.seconds().count()) + 'Z';
}

// "<urn:uuid:…>" with a random UUID (version 4 of RFC 9562).
std::string new_record_id() {
  std::random_device random;
  std::string digits;
  for (int i = 0; i < 4; ++i) {
    const std::uint32_t word = random();
    for (int shift = 28; shift >= 0; shift -= 4) digits += "0123456789abcdef"[word >> shift & 15];
  }
  digits[12] = '4';
  digits[16] = "89ab"[digits[16] & 3];
  for (const std::size_t dash : {20, 16, 12, 8}) digits.insert(dash, 1, '-');
  return "<urn:uuid:" + digits + '>';
}

std::string digest(std::string_view bytes) { return "sha1:" + base::base32(base::sha1(bytes)); }

std::string record(std::string_view type, const std::vector<Field>& fields,
                   std::string_view block) {
  std::string out = "WARC/1.1\r\nWARC-Type: ";
  out.append(type).append("\r\n");
  for (const Field& field : fields) {
    if (field.value.empty()) continue;
    out.append(field.name).append(": ");
    std::copy_if(field.value.begin(), field.value.end(), std::back_inserter(out), [](char c) {
      return static_cast<unsigned char>(c) >= 0x20 && c != 0x7F;  // no line of somebody else's
    });
    out += "\r\n";
  }
  out += "WARC-Block-Digest: " + digest(block) + "\r\n";
  out += "Content-Length: " + std::to_string(block.size()) + "\r\n\r\n";
  return out.append(block).append("\r\n\r\n");
}

std::string response_record(const Exchange& exchange, const std::string& id) {
  return record("response",
                {{"WARC-Record-ID", id},
                 {"WARC-Date", iso_time(exchange.unix_time)},
                 {"WARC-Target-URI", exchange.url},
                 {"WARC-IP-Address", exchange.ip},
                 {"WARC-Payload-Digest", digest(exchange.body)},
                 {"WARC-Truncated", exchange.cut ? "length" : ""},
                 {"Content-Type", "application/http;msgtype=response"}},
                archived_answer(exchange));
}

std::string request_record(const Exchange& exchange, const std::string& response_id) {
  return record("request",
                {{"WARC-Record-ID", new_record_id()},
                 {"WARC-Date", iso_time(exchange.unix_time)},
                 {"WARC-Target-URI", exchange.url},
                 {"WARC-IP-Address", exchange.ip},
                 {"WARC-Concurrent-To", response_id},
                 {"Content-Type", "application/http;msgtype=request"}},
                archived_request(exchange.request_head));
}

std::string warcinfo_record(std::string_view software) {
  using namespace std::chrono;
  const auto now = duration_cast<seconds>(system_clock::now().time_since_epoch()).count();
  std::string block = "software: ";
  block.append(software);
  block +=
      "\r\nformat: WARC File Format 1.1\r\nconformsTo: "
      "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n";
  return record("warcinfo",
                {{"WARC-Record-ID", new_record_id()},
                 {"WARC-Date", iso_time(now)},
                 {"Content-Type", "application/warc-fields"}},
                block);
}

}  // namespace

std::string archived_request(std::string_view request_head) {
  return rewritten_head(request_head, [](std::string_view name) {
    return is_one_of(kSecrets, name) ? Keep::kNot : Keep::kAsIs;
  });
}

std::string archived_answer(const Exchange& exchange) {
  const bool decompressed = exchange.decompressed;
  return rewritten_head(exchange.head,
                        [decompressed](std::string_view name) {
                          const bool untrue = is_one_of(kTransfer, name) ||
                                              (decompressed && is_one_of(kCompression, name));
                          return untrue ? Keep::kRenamed : Keep::kAsIs;
                        })
      .append(exchange.body);
}

Result<WarcWriter> WarcWriter::open(const std::string& path, std::string_view software) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kNewFile);
  if (descriptor < 0) return file_error(path, errno);
  WarcWriter writer(path, descriptor);
  if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return file_error(path, errno);
  Result<std::string> info = writer.packed(warcinfo_record(software));
  if (!info) return info.error();
  if (std::optional<Error> error = writer.append(*info)) return *error;
  return writer;
}

WarcWriter::WarcWriter(std::string path, int descriptor)
    : path_(std::move(path)), descriptor_(descriptor) {}

WarcWriter::WarcWriter(WarcWriter&& other) noexcept
    : path_(std::move(other.path_)), descriptor_(std::exchange(other.descriptor_, -1)) {}

WarcWriter::~WarcWriter() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<Error> WarcWriter::write(const Exchange& exchange) {
  const std::string id = new_record_id();
  Result<std::string> response = packed(response_record(exchange, id));
  Result<std::string> request = packed(request_record(exchange, id));
  if (!response) return response.error();
  if (!request) return request.error();
  return append(*response + *request);
}

// A record that is there in part would make all that follow unreadable.
std::optional<Error> WarcWriter::append(const std::string& records) {
  struct stat status {};
  const bool is_file = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
  const int number = write_all(descriptor_, records);
  if (number == 0) return std::nullopt;
  if (is_file && ::ftruncate(descriptor_, status.st_size) != 0) return file_error(path_, errno);
  return file_error(path_, number);
}

Result<std::string> WarcWriter::packed(std::string record) const {
  const bool compress = path_.size() > 3 && path_.compare(path_.size() - 3, 3, ".gz") == 0;
  if (!compress) return record;
  return base::gzip(record);
}

}  // namespace thresh::fetch
