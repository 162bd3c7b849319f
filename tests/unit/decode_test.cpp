#include "page/decode.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "base/utf8.hpp"

using namespace thresh;
using namespace std::string_literals;

namespace {

constexpr std::string_view kReplacement = "\uFFFD";

std::string read_fixture(std::string_view name) {
  std::ifstream file(THRESH_SOURCE_DIR "/fixtures/charsets/" + std::string(name) + ".html",
                     std::ios::binary);
  REQUIRE_MESSAGE(file.good(), "missing fixture ", name);
  return {std::istreambuf_iterator<char>(file), {}};
}

page::Decoded decoded(std::string_view bytes, std::string_view content_type = {},
                      std::string_view option = {}) {
  Result<page::Decoded> result = page::decode(bytes, content_type, option);
  REQUIRE(result);
  return *std::move(result);
}

std::string text_of(std::string_view bytes, std::string_view content_type = {},
                    std::string_view option = {}) {
  return std::string(decoded(bytes, content_type, option).text(bytes));
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

struct Row {
  std::string_view fixture;
  std::string_view content_type;
  std::string_view charset;
  std::string_view from;
  std::string_view phrase;  // of the page
};

constexpr Row kPages[] = {
    {"utf-8", "", "utf-8", "meta", "restauré chaque vitrail"},
    {"utf-8-undeclared", "text/html", "utf-8", "detected", "trois étés de travaux"},
    {"utf-8-bom-against-meta", "text/html; charset=koi8-r", "utf-8", "bom", "trois étés"},
    {"utf-16le-bom", "", "utf-16le", "bom", "Читальный зал на втором этаже"},
    {"utf-16be-bom", "", "utf-16be", "bom", "三年にわたる工事が終わり"},
    {"utf-16le", "", "utf-16le", "detected", "“never meant for winter”"},
    {"utf-16le", "text/html; charset=utf-16", "utf-16le", "content-type", "A café on the pier"},
    {"utf-16be", "text/html; charset=utf-8", "utf-16be", "detected", "φύτεψαν ελιές"},
    {"iso-8859-1-with-quotes", "", "windows-1252", "meta", "“never meant for winter”"},
    {"windows-1252-http-equiv", "", "windows-1252", "meta", "„außergewöhnliche Geduld“ der"},
    {"windows-1252-undeclared", "", "windows-1252", "detected", "« Nous avons gardé l'âme"},
    {"windows-1252-undeclared", "text/html;charset=\"Latin1\"", "windows-1252", "content-type",
     "dès la rentrée"},
    {"gb2312-label-gbk", "", "gbk", "meta", "店主周喆说"},
    {"gb18030", "", "gb18030", "meta", "四字节的字：㐂𠮷。"},
    {"ks_c_5601-1987", "", "euc-kr", "meta", "똠방각하"},
    {"shift_jis", "", "shift_jis", "meta", "午前九時～午後四時で、第①展示室"},
    {"euc-jp", "", "euc-jp", "meta", "灯台は来月から"},
    {"iso-2022-jp", "", "iso-2022-jp", "meta", "灯台は来月から"},
    {"big5", "", "big5", "meta", "舞台保留下來"},
    {"koi8-r", "", "koi8-r", "meta", "собрание старых карт"},
    {"koi8-u", "", "koi8-u", "meta", "Її ґанок прикрасили"},
    {"windows-1251-undeclared", "", "windows-1251", "detected", "собрание старых карт"},
    {"windows-1251-undeclared", "text/html; Charset = CP1251 ; x=y", "windows-1251", "content-type",
     "больше трёхсот человек"},
    {"ibm866", "", "ibm866", "meta", "собрание старых карт"},
    {"iso-8859-2", "", "iso-8859-2", "meta", "Pasażerowie chwalą cichsze"},
    {"iso-8859-2-undeclared", "text/html", "iso-8859-2", "detected", "Żółte tramwaje"},
    {"windows-1250", "", "windows-1250", "meta", "Dělníci začali opravovat střechu"},
    {"windows-1253", "", "windows-1253", "meta", "έχτισαν μόνοι τους"},
    {"iso-8859-7", "", "iso-8859-7", "meta", "έχτισαν μόνοι τους"},
    {"windows-1254", "", "windows-1254", "meta", "yağışlı günlerde"},
    {"windows-1255", "", "windows-1255", "meta", "חדר שקט לתלמידים"},
    {"windows-1256", "text/html; charset=windows-1256", "windows-1256", "content-type",
     "مئتي شجرة زيتون"},
    {"windows-1257", "", "windows-1257", "meta", "pakeitė ašį ir sparnus"},
    {"windows-874", "", "windows-874", "meta", "ซ่อมสะพานไม้"},
    {"iso-8859-15", "", "iso-8859-15", "meta", "miljoonaan €, ja"},
    {"macintosh", "", "macintosh", "meta", "dès la rentrée"},
    {"meta-after-comments", "", "windows-1251", "meta", "собрание старых карт"},
    {"meta-after-scripts", "", "windows-1251", "meta", "собрание старых карт"},
    {"xml-declaration", "", "iso-8859-2", "meta", "Pasażerowie chwalą"},
    {"utf-8-labelled-iso-8859-1", "", "utf-8", "detected", "restauré chaque vitrail"},
    {"utf-8-labelled-iso-8859-1", "text/html; charset=gbk", "utf-8", "detected", "l'âme du lieu"},
    {"windows-1251-labelled-utf-8", "text/html; charset=utf-8", "windows-1251", "detected",
     "больше трёхсот человек"},
};

}  // namespace

TEST_CASE("pages in every charset are read, and it is said how") {
  for (const Row& row : kPages) {
    CAPTURE(row.fixture);
    CAPTURE(row.content_type);
    const std::string bytes = read_fixture(row.fixture);
    const page::Decoded page = decoded(bytes, row.content_type);
    CHECK(page.charset.name == row.charset);
    CHECK(page.charset.from == row.from);
    CHECK(contains(page.text(bytes), row.phrase));
    CHECK(contains(page.text(bytes), "</html>"));
    CHECK_FALSE(contains(page.text(bytes), kReplacement));
    CHECK_FALSE(contains(page.text(bytes), "\uFEFF"));
  }
}

TEST_CASE("a UTF-8 page with a few bad bytes stays UTF-8") {
  const std::string bytes = read_fixture("utf-8-invalid-bytes");
  const page::Decoded page = decoded(bytes);
  CHECK(page.charset.name == "utf-8");
  CHECK(page.charset.from == "meta");
  CHECK(contains(page.text(bytes), "dès la rentrée"));
  CHECK(contains(page.text(bytes), "perdu ici : \uFFFD, et"));
  CHECK(contains(page.text(bytes), "coupée là : \uFFFD<b>gras</b>"));
}

TEST_CASE("an ASCII byte after a lead byte is not swallowed") {
  const std::string bytes = read_fixture("shift_jis-invalid-bytes");
  CHECK(contains(text_of(bytes), "壊れた文字：\uFFFD<b>太字</b>。"));
  CHECK(text_of("\xC0<p>", {}, "euc-kr") == "\uFFFD<p>");
  CHECK(text_of("\xFF\xFF<p>", {}, "gbk") == "\uFFFD\uFFFD<p>");
}

TEST_CASE("a charset that is not safe to decode gives one U+FFFD") {
  const std::string bytes = read_fixture("hz-gb-2312");
  CHECK(decoded(bytes).charset.name == "replacement");
  CHECK(text_of(bytes) == kReplacement);
}

TEST_CASE("pages that are UTF-8 already are not copied") {
  for (const std::string_view bytes :
       {"<p>plain</p>", "<meta charset=utf-8><p>\u00e9</p>", "\xEF\xBB\xBF<p>\u00e9</p>",
        "<meta charset=gbk><p>plain</p>"}) {
    CAPTURE(bytes);
    CHECK_FALSE(decoded(bytes).converted);
    CHECK(decoded(bytes).owned.empty());
  }
  CHECK(text_of("\xEF\xBB\xBF<p>") == "<p>");
}

TEST_CASE("the caller's charset goes before what the page says, but for a byte order mark") {
  const std::string bytes = read_fixture("koi8-r");
  CHECK(decoded(bytes, "text/html; charset=utf-8", "KOI8-R").charset.from == "option");
  CHECK(decoded(bytes, {}, " windows-1251 ").charset.name == "windows-1251");
  CHECK(decoded(read_fixture("utf-16le-bom"), {}, "utf-8").charset.from == "bom");
}

TEST_CASE("an unknown charset asked for is an error, one that the page names is not") {
  const Result<page::Decoded> result = page::decode("<p>", {}, "no-such-charset");
  REQUIRE_FALSE(result);
  CHECK(result.error().code == ErrorCode::kEncoding);
  CHECK(contains(result.error().message, "no-such-charset"));
  CHECK(decoded("<meta charset=no-such-charset><p>", "text/html; charset=nor-this").charset.from ==
        "default");
}

TEST_CASE("without any sign the charset is windows-1252") {
  CHECK(decoded("").charset.name == "windows-1252");
  CHECK(decoded("<p>plain</p>").charset.from == "default");
  CHECK(text_of("<p>\x93quoted\x94 \xA9 2024</p>") == "<p>\u201cquoted\u201d \u00a9 2024</p>");
}

TEST_CASE("unused bytes of windows charsets are controls or U+FFFD as the standard says") {
  CHECK(text_of("\x81", {}, "windows-1252") == "\u0081");
  CHECK(text_of("\xAA", {}, "windows-1253") == kReplacement);
  CHECK(text_of("\xFF", {}, "windows-874") == kReplacement);
}

TEST_CASE("lone surrogates and an odd last byte of UTF-16 become U+FFFD") {
  CHECK(text_of("a\0\x00\xD8"s + "b\0c"s, {}, "utf-16le") == "a\uFFFDb\uFFFD");
}

TEST_CASE("any bytes in any charset give valid UTF-8") {
  std::string bytes;
  std::uint32_t state = 20240607;
  for (int i = 0; i < 20'000; ++i) {
    state = state * 1'664'525 + 1'013'904'223;
    bytes += static_cast<char>(state >> 24);
  }
  for (const std::string_view charset :
       {"utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1255", "windows-1258", "gbk",
        "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr", "iso-8859-8-i"}) {
    CAPTURE(charset);
    const std::string text = text_of(bytes, {}, charset);
    CHECK(base::valid_utf8_prefix(text) == text.size());
    CHECK(text.size() > 1000);
  }
}
