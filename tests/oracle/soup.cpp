#include "oracle/soup.hpp"

#include <gumbo.h>

#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"

namespace thresh::oracle {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kUnknownNames[] = {"x-y",    "My-Widget", "blink2",
                                              "search", "slot",      "dialog"};

// Names that change how the rest is read or where it lands, to meet each other more often.
constexpr std::string_view kTrickyNames[] = {
    "a",  "b",   "button", "col",    "div",  "font", "form",   "h2",     "input",    "li",
    "p",  "pre", "nobr",   "option", "td",   "tr",   "table",  "tbody",  "caption",  "colgroup",
    "dd", "ul",  "body",   "html",   "head", "span", "object", "center", "noscript", "br"};

constexpr std::string_view kAttributes[] = {" class=x",
                                            " class='a&amp;b'",
                                            " class=\"a&#38;b\"",
                                            " id=1",
                                            " ID=\"2\"",
                                            " id",
                                            " href=u",
                                            " type=hidden",
                                            " TYPE=Hidden",
                                            " type=text",
                                            " type='application/ld+json'",
                                            " color=red",
                                            " size=1",
                                            " data-x=\"a>b\"",
                                            " title='<p>'",
                                            " style",
                                            " =x",
                                            " a/b",
                                            " hidden /",
                                            " class = y",
                                            " alt=\"\" alt=2",
                                            " lang=&quot;de",
                                            " content=&nbsp",
                                            " encoding=text/html",
                                            " dir\n=\nrtl",
                                            " \"",
                                            " href=\"a\"b",
                                            " src=/x/",
                                            " type=hidd&#101;n",
                                            " name=\r\nv",
                                            " id=\0x"sv};

constexpr std::string_view kBetween[] = {"text",
                                         "two words",
                                         " ",
                                         "\n",
                                         "\t ",
                                         "\r\n",
                                         " x",
                                         "x ",
                                         "&#32;",
                                         "&#x20",
                                         "&Tab;",
                                         "&NewLine;",
                                         "&nbsp;",
                                         "&amp;",
                                         "&am",
                                         "p;",
                                         "&#",
                                         "&notin;",
                                         "&#0;",
                                         "&#128;",
                                         "&",
                                         "<",
                                         "< ",
                                         "<3",
                                         "a<b",
                                         "\xF3\xB0\x80\x80",
                                         "\xF4\x80\x80\x81",
                                         "\xC2\xA0",
                                         "\xE4\xB8\xAD",
                                         "a\0b"sv,
                                         "<!-- c -->",
                                         "<!-- <p> -->",
                                         "<!---->",
                                         "<!-->",
                                         "<!--->",
                                         "<!-- a -- b --!>",
                                         "<!x>",
                                         "<?pi?>",
                                         "</ x>",
                                         "<![CDATA[ d ]]>",
                                         "<!DOCTYPE html>",
                                         "<!doctype x>",
                                         "<p",
                                         "</p",
                                         "\n\n",
                                         "&#10;",
                                         "&#13;x",
                                         "\f"};

constexpr std::string_view kElements[] = {
    "<script>a<b</script>",
    "<script><!-- x --></script>",
    "<script><!-- <p></script>",
    "<script><!--<script>--></script>",
    "<style>p>a{}</style>",
    "<script type=application/ld+json>{\"a\":\"<p>&amp;\"}</script>",
    "<title>a &amp; <b></title>",
    "<textarea>\n<p>&lt;</textarea>",
    "<xmp>&amp;<p></xmp>",
    "<iframe><p></iframe>",
    "<svg><path d=M0/><title>t</title></svg>",
    "<svg><g></svg>",
    "<math><mi>x</mi></math>",
    "<svg viewBox='0'/>",
    "<math><mrow/><mo>+</mo></math>",
    "<noembed><p></noembed>",
    "<p><b id=1><b id=2><b id=3><b id=4>x</p>y",
    "<p><i id=1><i id=1><i id=1><i id=1>x</p>y"};

constexpr std::string_view kRare[] = {"\0"sv, "<!-- -->\0"sv, "</>",
                                      "<script><!--<script></script>", "<pre>&#10;"};

constexpr std::string_view kPrefixes[] = {"",
                                          "",
                                          "<!DOCTYPE html>",
                                          "<html lang=en>",
                                          "<body id=x>",
                                          "<head>",
                                          "<!DOCTYPE html><head><title>t</title></head>"};

// How properly nested elements begin and end.
struct Pair {
  std::string_view begin;
  std::string_view end;
};
constexpr Pair kPairs[] = {{"<div>", "</div>"},
                           {"<div class=a>", "</DIV>"},
                           {"<p>", "</p>"},
                           {"<p>", ""},
                           {"<span id=1>", "</span>"},
                           {"<a href=u>", "</a>"},
                           {"<b>", "</b>"},
                           {"<i class=x>", "</i>"},
                           {"<font size=1>", "</font>"},
                           {"<nobr>", "</nobr>"},
                           {"<h2>", "</h2>"},
                           {"<h2>", "</h3>"},
                           {"<ul><li>", "</li></ul>"},
                           {"<ul><li>", "</ul>"},
                           {"<li>", "</li>"},
                           {"<dl><dt>", "</dt></dl>"},
                           {"<dd>", "</dd>"},
                           {"<table><tr><td>", "</td></tr></table>"},
                           {"<table><tbody><tr><th>", "</table>"},
                           {"<table>\n<caption>", "</caption><tr></tr></table>"},
                           {"<td>", "</td>"},
                           {"<tr><td>", "</td></tr>"},
                           {"<select><option>", "</option></select>"},
                           {"<form action=u>", "</form>"},
                           {"<button>", "</button>"},
                           {"<label>", "</label>"},
                           {"<noscript>", "</noscript>"},
                           {"<object>", "</object>"},
                           {"<pre>\n", "</pre>"},
                           {"<X-y>", "</x-y>"},
                           {"<dialog>", "</dialog>"},
                           {"<article>", "</article>"},
                           {"<blockquote>", "</blockquote>"},
                           {"<center>", "</center>"},
                           {"<main>", "</main>"},
                           {"<math>", "</math>"},
                           {"<ruby><rt>", "</rt></ruby>"}};

}  // namespace

std::string_view Soup::name() {
  if (once_in(12)) return any_of(kUnknownNames);
  if (once_in(2)) return any_of(kTrickyNames);
  return gumbo_normalized_tagname(static_cast<GumboTag>(below(GUMBO_TAG_UNKNOWN)));
}

std::string Soup::attributes() {
  std::string out;
  while (once_in(3)) out += any_of(kAttributes);
  return out;
}

std::string Soup::tag() {
  std::string out = once_in(3) ? "</" : "<";
  out += name();
  if (once_in(20)) out[out.size() - 1] = static_cast<char>(out.back() & ~0x20);  // upper case
  out += attributes();
  if (once_in(12)) out += once_in(2) ? " /" : "/";
  return out += '>';
}

std::string Soup::between() {
  if (once_in(3)) return {};
  if (once_in(12)) return std::string(any_of(kElements));
  if (once_in(600)) return std::string(any_of(kRare));
  std::string out(any_of(kBetween));
  while (once_in(4)) out += any_of(kBetween);
  return out;
}

std::string Soup::tags(int count) {
  std::string out(any_of(kPrefixes));
  for (int i = 0; i < count; ++i) out.append(tag()).append(between());
  return out;
}

std::string Soup::nested(int count) {
  std::string out = once_in(2) ? "<!doctype html><body>" : std::string(any_of(kPrefixes)) + "<div>";
  std::vector<std::string_view> ends;
  while (count-- > 0) {
    if (ends.empty() || once_in(2)) {
      const Pair& pair = kPairs[below(std::size(kPairs))];
      out += pair.begin;
      ends.push_back(pair.end);
    } else {
      out += ends.back();
      ends.pop_back();
    }
    out += once_in(16) ? mistake(ends) : between();
  }
  while (!ends.empty() && !once_in(9)) {
    out += ends.back();
    ends.pop_back();
  }
  return out;
}

std::string Soup::mistake(const std::vector<std::string_view>& open_ends) {
  if (open_ends.empty() || once_in(2)) return tag();
  return std::string(open_ends[below(open_ends.size())]);
}

std::string Soup::mutated(std::string_view page) {
  std::string out(page);
  for (std::size_t i = 1 + below(12); i > 0; --i) mutate(out);
  std::string valid;  // cuts may go through a character
  base::append_valid_utf8(valid, out);
  return valid;
}

void Soup::mutate(std::string& page) {
  // At tags, so that the mark-up around stays mark-up.
  const auto place = [&] { return std::min(page.find('<', below(page.size() + 1)), page.size()); };
  const std::size_t at = place();
  switch (below(5)) {
    case 0:
      page.erase(at, below(200));
      break;
    case 1:
      page.erase(at, std::min(page.find('>', at), page.size()) - at + 1);  // a tag
      break;
    case 2:
      page.insert(place(), page.substr(at, below(300)));
      break;
    case 3:
      page.insert(at, tags(1 + static_cast<int>(below(3))));
      break;
    default:
      page.resize(std::max(at, page.size() / 2));
      break;
  }
}

}  // namespace thresh::oracle
