#include "page/meta_charset.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::page;

namespace {

std::string_view declared(std::string_view bytes) {
  const CharsetInfo* charset = declared_charset(bytes);
  return charset == nullptr ? "none" : charset->name;
}

}  // namespace

TEST_CASE("a charset attribute declares") {
  CHECK(declared("<meta charset=koi8-r>") == "koi8-r");
  CHECK(declared("<html><head><META/CHARSET = 'koi8-r' />") == "koi8-r");
  CHECK(declared("<meta name=x content=y charset=\"koi8-r\">") == "koi8-r");
}

TEST_CASE("http-equiv declares together with content, in either order") {
  CHECK(declared("<meta http-equiv=Content-Type content='text/html; charset=big5'>") == "big5");
  CHECK(declared("<meta content=\"text/html;charset=big5\" http-equiv=\"content-type\">") ==
        "big5");
  CHECK(declared("<meta content='text/html; charset=big5'>") == "none");
  CHECK(declared("<meta http-equiv=refresh content='0; charset=big5'>") == "none");
}

TEST_CASE("the first declaration that names a charset counts") {
  CHECK(declared("<meta charset=nonsense><meta charset=gbk><meta charset=big5>") == "gbk");
  CHECK(declared("<meta charset=gbk charset=big5>") == "gbk");
  CHECK(declared("<meta http-equiv=content-type content='x; charset=big5' charset=gbk>") == "gbk");
}

TEST_CASE("declarations inside comments and attributes do not count") {
  CHECK(declared("<!-- <meta charset=gbk> --><meta charset=big5>") == "big5");
  CHECK(declared("<!--><meta charset=big5>-->") == "big5");
  CHECK(declared("<a title='<meta charset=gbk>'><meta charset=big5>") == "big5");
  CHECK(declared("<? <meta charset=gbk><meta charset=big5>") == "big5");
  CHECK(declared("<metadata charset=gbk>") == "none");
  CHECK(declared("<!-- <meta charset=gbk>") == "none");
}

TEST_CASE("what cannot be is read as browsers read it") {
  CHECK(declared("<meta charset=utf-16>") == "utf-8");
  CHECK(declared("<meta charset=utf-16be>") == "utf-8");
  CHECK(declared("<meta charset=x-user-defined>") == "windows-1252");
}

TEST_CASE("an XML declaration counts where no meta does") {
  CHECK(declared("<?xml version='1.0' encoding='gbk'?><html>") == "gbk");
  CHECK(declared("<?xml version='1.0' encoding = \"gbk\" ?><meta charset=big5>") == "big5");
  CHECK(declared("<?xml version='1.0'?><html encoding='gbk'>") == "none");
  CHECK(declared("<?xml encoding=gbk?>") == "none");
}

TEST_CASE("pages that break off are read to the end") {
  const std::string page = "<!-- x --><meta http-equiv='content-type' content='x; charset=gbk'>";
  for (std::size_t length = 0; length < page.size() - 5; ++length) {
    CHECK(declared(page.substr(0, length)) == "none");
  }
  CHECK(declared(page) == "gbk");
}

TEST_CASE("the charset of a content type may be quoted and spaced") {
  CHECK(charset_parameter("text/html; charset=utf-8") == "utf-8");
  CHECK(charset_parameter("text/html;CHARSET = \"utf-8\"; x=y") == "utf-8");
  CHECK(charset_parameter("text/html; charset=utf-8;x") == "utf-8");
  CHECK(charset_parameter("charset charset='gbk'") == "gbk");
  CHECK(charset_parameter("text/html; charset=\"gbk").empty());
  CHECK(charset_parameter("text/html").empty());
  CHECK(charset_parameter("charset=").empty());
}
