#include "page/lexer.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::page;

namespace {

// "text|<tag a=v>|</tag>|comment": tokens and the text between them.
std::string lexed(std::string_view page, bool foreign = false) {
  Lexer lexer(page);
  Token token;
  std::string out;
  const auto add = [&out](const std::string& part) { out += out.empty() ? part : "|" + part; };
  do {
    const std::size_t text_begin = lexer.position();
    lexer.next(token, foreign);
    if (token.begin > text_begin) {
      add(std::string(page.substr(text_begin, token.begin - text_begin)));
    }
    static constexpr const char* kNames[] = {"<", "</", "comment", "doctype", "cdata", "nothing"};
    if (token.kind == Token::kEnd) break;
    std::string part = kNames[token.kind];
    if (token.kind <= Token::kEndTag) {
      part += token.name;
      for (const LexedAttribute& attribute : token.attributes) {
        part.append(" ").append(attribute.name).append("=").append(attribute.value);
      }
      part += token.self_closing ? "/>" : ">";
    }
    add(part);
  } while (true);
  return out;
}

}  // namespace

TEST_CASE("tags, comments and the text between are told apart") {
  CHECK(lexed("a<b>c</b><!-- d -->e<!doctype html><?f?>") ==
        "a|<b>|c|</b>|comment|e|doctype|comment");
  CHECK(lexed("") == "");
}

TEST_CASE("a bracket that begins no tag is text") {
  CHECK(lexed("1 < 2 <3 <") == "1 < 2 <3 <");
  CHECK(lexed("a</") == "a</");
  CHECK(lexed("a<\xC3\xA9>") == "a<\xC3\xA9>");
}

TEST_CASE("attributes come as they stand on the page") {
  CHECK(lexed("<a b c=d e = \"f>g\" h='i' j=k/>") == "<a b= c=d e=f>g h=i j=k/>");
  CHECK(lexed("<a/b/ c=''/>") == "<a b= c=/>");
  CHECK(lexed("<a =b=c>") == "<a =b=c>");
  CHECK(lexed("<a b= >") == "<a b=>");
  CHECK(lexed("<a b=\"c\"d>") == "<a b=c d=>");
  CHECK(lexed("<a B=1 b=2>") == "<a B=1 b=2>");
  CHECK(lexed("</a b=c>") == "</a b=c>");
}

TEST_CASE("only a slash right before the bracket closes a tag") {
  CHECK(lexed("<a/>") == "<a/>");
  CHECK(lexed("<a / >") == "<a>");
  CHECK(lexed("<a b=/>") == "<a b=/>");
}

TEST_CASE("an unterminated tag is dropped, the text before it is not") {
  for (const char* page : {"x<a", "x<a b", "x<a b=", "x<a b='c>", "x</a ", "x<a b=c"}) {
    CHECK(lexed(page) == "x");
  }
}

TEST_CASE("comments end where the HTML standard says") {
  CHECK(lexed("<!-->a") == "comment|a");
  CHECK(lexed("<!--->a") == "comment|a");
  CHECK(lexed("<!-- > -- -->a") == "comment|a");
  CHECK(lexed("<!-- --!>a") == "comment|a");
  CHECK(lexed("<!-- <b>") == "comment");
  CHECK(lexed("<!b>a</ c>d") == "comment|a|comment|d");
}

TEST_CASE("an empty end tag is nothing") { CHECK(lexed("a</>b") == "a|nothing|b"); }

TEST_CASE("CDATA sections exist in foreign content only") {
  CHECK(lexed("<![CDATA[ > ]]>a", true) == "cdata|a");
  CHECK(lexed("<![CDATA[ > ]]>a", false) == "comment| ]]>a");
}

TEST_CASE("raw text ends at the end tag of its element") {
  const std::string_view page = "<style>a</b></styles></STYLE ><p>";
  Lexer lexer(page);
  Token token;
  lexer.next(token);
  CHECK(page.substr(lexer.raw_text_end("style")).starts_with("</STYLE >"));
  CHECK(lexer.raw_text_end("script") == page.size());
}

TEST_CASE("the end of a script is doubtful if a script began in a comment that is still open") {
  CHECK_FALSE(script_end_is_doubtful("a<b <script "));
  CHECK_FALSE(script_end_is_doubtful("<!-- a --> <script "));
  CHECK_FALSE(script_end_is_doubtful("<!-- <script> --> b"));
  CHECK_FALSE(script_end_is_doubtful("<!-- <scripts>"));
  CHECK(script_end_is_doubtful("<!-- <script> b"));
  CHECK(script_end_is_doubtful("<!-- a --> <!-- <SCRIPT/"));
}
