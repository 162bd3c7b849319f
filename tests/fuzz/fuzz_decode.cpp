// Any bytes, in any charset, become valid UTF-8. The first byte picks the charset asked for.
#include "base/utf8.hpp"
#include "page/decode.hpp"
#include "page/non_html.hpp"
#include "promise.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

constexpr std::string_view kCharsets[] = {
    "",       "utf-8",  "windows-1252", "koi8-r",      "gb18030",  "gbk",      "big5",
    "euc-jp", "euc-kr", "shift_jis",    "iso-2022-jp", "utf-16le", "utf-16be", "macintosh"};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view charset = kCharsets[data[0] % std::size(kCharsets)];
  const std::string_view bytes = as_text(data + 1, size - 1);
  const Result<page::Decoded> decoded = page::decode(bytes, "text/html", charset);
  promise(decoded.ok(), "no bytes are an error");
  const std::string_view text = decoded->text(bytes);
  promise(base::valid_utf8_prefix(text) == text.size(), "valid UTF-8");
  promise(!decoded->charset.name.empty() && !decoded->charset.from.empty(),
          "a charset with a source");
  page::non_html_kind(bytes);
  return 0;
}
