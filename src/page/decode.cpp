#include "page/decode.hpp"

#include <iconv.h>
#include <uchardet/uchardet.h>

#include <algorithm>
#include <cerrno>
#include <memory>

#include "base/utf8.hpp"
#include "page/charset.hpp"
#include "page/meta_charset.hpp"
#include "page/utf16.hpp"

namespace thresh::page {
namespace {

struct Choice {
  const CharsetInfo* charset = nullptr;
  std::string_view from;
  std::size_t bom_bytes = 0;
};

Choice by_bom(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") return {find_charset("utf-8"), "bom", 3};
  if (bytes.substr(0, 2) == "\xFE\xFF") return {find_charset("utf-16be"), "bom", 2};
  if (bytes.substr(0, 2) == "\xFF\xFE") return {find_charset("utf-16le"), "bom", 2};
  return {};
}

// ---- detection

// What detection reads: it is slow, and what it needs are letters past ASCII, not mark-up.
constexpr std::size_t kDetectionBytes = 16'384;

// The runs between tags that hold bytes past ASCII. No charset that detection knows has '<' or '>'
// inside a longer character.
std::string detection_sample(std::string_view bytes) {
  std::string sample;
  while (!bytes.empty() && sample.size() < kDetectionBytes) {
    const std::string_view run = bytes.substr(0, bytes.find_first_of("<>"));
    if (base::ascii_prefix(run) < run.size()) {
      sample.append(run.substr(0, kDetectionBytes));
      sample += ' ';
    }
    bytes.remove_prefix(std::min(run.size() + 1, bytes.size()));
  }
  return sample;
}

// Letters of single-byte charsets begin at 0xC0, and double-byte text is full of such bytes too.
// Without them there is only punctuation (quotes, dashes, "©"), which says nothing.
bool has_letters(std::string_view sample) {
  const auto count_from = [&](unsigned char least) {
    return std::count_if(sample.begin(), sample.end(),
                         [=](char c) { return static_cast<unsigned char>(c) >= least; });
  };
  return count_from(0xC0) * 8 >= count_from(0x80);
}

const CharsetInfo* detect(std::string_view bytes) {
  const std::string sample = detection_sample(bytes);
  if (!has_letters(sample)) return nullptr;
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(),
                                                                       &uchardet_delete);
  if (detector == nullptr) return nullptr;
  uchardet_handle_data(detector.get(), sample.data(), sample.size());
  uchardet_data_end(detector.get());
  const std::string_view name = uchardet_get_charset(detector.get());
  return find_charset(name == "UHC" ? "euc-kr" : name);
}

// ---- choice

// Text in another charset is valid UTF-8 only by rare accident, so this much is proof.
bool is_utf8(const base::Utf8Census& census, std::size_t least) {
  return census.whole >= least && census.stray * 16 <= census.whole;
}

// Whether the bytes may be what the page says they are. Servers often name the charset of other
// pages, and a reader wants the letters.
bool is_credible(const CharsetInfo& charset, const base::Utf8Census& census) {
  switch (charset.family) {
    case CharsetFamily::kUtf8:
      return census.stray < 10 || census.stray <= census.whole + census.cut;
    case CharsetFamily::kUtf16:
      return false;  // its zero bytes would have been seen
    case CharsetFamily::kSingleByte:
      return !is_utf8(census, 1);
    default:
      return !is_utf8(census, 8);  // a few double bytes may look like UTF-8
  }
}

Choice choose(std::string_view bytes, std::string_view content_type,
              const base::Utf8Census& census) {
  const CharsetInfo* from_header = find_charset(charset_parameter(content_type));
  if (const CharsetInfo* utf16 = find_charset(utf16_by_zero_bytes(bytes))) {
    return {utf16, from_header == utf16 ? "content-type" : "detected"};
  }
  if (from_header != nullptr && is_credible(*from_header, census)) {
    return {from_header, "content-type"};
  }
  const CharsetInfo* from_meta = declared_charset(bytes);
  if (from_meta != nullptr && is_credible(*from_meta, census)) return {from_meta, "meta"};
  if (is_utf8(census, 1)) return {find_charset("utf-8"), "detected"};
  if (census.ascii() && bytes.find("\x1B$") != std::string_view::npos) {
    return {find_charset("iso-2022-jp"), "detected"};
  }
  const CharsetInfo* detected = census.ascii() ? nullptr : detect(bytes);
  if (detected != nullptr && is_credible(*detected, census)) return {detected, "detected"};
  return {find_charset("windows-1252"), "default"};
}

// ---- conversion

void append_single_byte(std::string& out, std::string_view bytes, const char16_t* upper_half) {
  while (true) {
    const std::size_t ascii = base::ascii_prefix(bytes);
    out.append(bytes, 0, ascii);
    if (ascii == bytes.size()) return;
    base::append_code_point(out, upper_half[static_cast<unsigned char>(bytes[ascii]) - 0x80]);
    bytes.remove_prefix(ascii + 1);
  }
}

// The C library's converter to UTF-8.
class Converter {
 public:
  explicit Converter(const CharsetInfo& charset)
      : family_(charset.family), handle_(iconv_open("UTF-8", charset.converter)) {}
  ~Converter() {
    if (is_open()) iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  bool is_open() const {
    return handle_ != reinterpret_cast<iconv_t>(-1);  // NOLINT(performance-no-int-to-ptr)
  }

  void append(std::string& out, std::string_view bytes) {
    while (!bytes.empty()) {
      const bool incomplete = append_valid(out, bytes);
      if (bytes.empty()) break;
      base::append_code_point(out, base::kReplacementCharacter);
      bytes.remove_prefix(incomplete ? bytes.size() : invalid_length(bytes));
    }
    flush(out);
  }

 private:
  static constexpr std::size_t kBufferBytes = 4096;

  // Takes what it can convert off `bytes`. True if what is left is the start of a character.
  bool append_valid(std::string& out, std::string_view& bytes) {
    while (!bytes.empty()) {
      char buffer[kBufferBytes];
      char* in = const_cast<char*>(bytes.data());  // iconv() does not write to it
      char* end = buffer;
      std::size_t in_left = bytes.size();
      std::size_t buffer_left = sizeof buffer;
      const std::size_t result = iconv(handle_, &in, &in_left, &end, &buffer_left);
      const int error = result == static_cast<std::size_t>(-1) ? errno : 0;
      out.append(buffer, end);
      bytes.remove_prefix(bytes.size() - in_left);
      if (error == EILSEQ || error == EINVAL) return error == EINVAL;
    }
    return false;
  }

  // Some converters keep a character back, as the next may combine with it.
  void flush(std::string& out) {
    char buffer[64];
    char* end = buffer;
    std::size_t buffer_left = sizeof buffer;
    iconv(handle_, nullptr, nullptr, &end, &buffer_left);
    out.append(buffer, end);
  }

  // How much of an invalid character to skip, as the Encoding standard does: a trail byte goes with
  // its lead, unless it is ASCII.
  std::size_t invalid_length(std::string_view bytes) const {
    if (bytes.size() < 2) return 1;
    if (family_ == CharsetFamily::kUtf16) return 2;
    if (family_ == CharsetFamily::kStateful) return 1;
    const auto lead = static_cast<unsigned char>(bytes[0]);
    const auto trail = static_cast<unsigned char>(bytes[1]);
    return lead > 0x80 && lead < 0xFF && trail >= 0x80 ? 2 : 1;
  }

  CharsetFamily family_;
  iconv_t handle_;
};

std::string convert(std::string_view bytes, const CharsetInfo& charset) {
  std::string out;
  if (charset.family == CharsetFamily::kReplacement) {
    base::append_code_point(out, base::kReplacementCharacter);
    return out;
  }
  out.reserve(bytes.size() + bytes.size() / 4);
  if (charset.family == CharsetFamily::kSingleByte) {
    append_single_byte(out, bytes, charset.upper_half);
    return out;
  }
  if (charset.converter != nullptr) {
    Converter converter(charset);
    if (converter.is_open()) {
      converter.append(out, bytes);
      return out;
    }
  }
  base::append_valid_utf8(out, bytes);
  return out;
}

bool is_utf8_already(const CharsetInfo& charset, const base::Utf8Census& census) {
  switch (charset.family) {
    case CharsetFamily::kUtf8:
      return census.valid();
    case CharsetFamily::kSingleByte:
    case CharsetFamily::kMultiByte:
      return census.ascii();
    default:
      return false;
  }
}

}  // namespace

Result<Decoded> decode(std::string_view bytes, std::string_view content_type,
                       std::string_view charset_option) {
  const base::Utf8Census census = base::count_utf8(bytes);
  Choice choice = by_bom(bytes);
  if (!charset_option.empty()) {
    const CharsetInfo* charset = find_charset(charset_option);
    if (charset == nullptr) {
      return Error{ErrorCode::kEncoding, "decode",
                   "unknown charset \"" + std::string(charset_option) + "\""};
    }
    if (choice.charset == nullptr) choice = {charset, "option"};
  }
  if (choice.charset == nullptr) choice = choose(bytes, content_type, census);

  Decoded out;
  out.bom_bytes = choice.bom_bytes;
  out.charset = {std::string(choice.charset->name), choice.from};
  out.converted = !is_utf8_already(*choice.charset, census);
  if (out.converted) out.owned = convert(bytes.substr(choice.bom_bytes), *choice.charset);
  return out;
}

}  // namespace thresh::page
