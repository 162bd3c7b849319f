#include "page/page_url.hpp"

#include <doctest/doctest.h>

#include <string_view>

using namespace thresh::page;

namespace {

// A Document that says of itself what a test wants it to.
class Builder {
 public:
  Builder& saved_from(std::string_view url) {
    document_.saved_from = slice(url);
    return *this;
  }
  Builder& base_href(std::string_view url) {
    document_.base_href = slice(url);
    return *this;
  }
  Builder& canonical(std::string_view url) {
    document_.link_elements.push_back({slice("canonical"), slice(url), {}, {}});
    return *this;
  }
  Builder& og_url(std::string_view url) {
    document_.metas.push_back({slice("og:url"), slice(url), Attribute::kProperty});
    return *this;
  }
  operator const Document&() const { return document_; }

 private:
  Slice slice(std::string_view text) {
    const auto begin = static_cast<std::uint32_t>(document_.text.size());
    document_.text += text;
    return {begin, static_cast<std::uint32_t>(text.size())};
  }

  Document document_;
};

}  // namespace

TEST_CASE("the caller's base goes before the page's URL, and both before what the page says") {
  Builder page;
  page.saved_from("https://saved.example/a").canonical("https://canonical.example/a");
  CHECK(page_url(page, "https://given.example/a", "https://option.example/a").page ==
        "https://option.example/a");
  CHECK(page_url(page, "https://given.example/a", "").page == "https://given.example/a");
  CHECK(page_url(page, "", "").page == "https://saved.example/a");
}

TEST_CASE("a page without a given URL is where its canonical link or og:url says") {
  CHECK(page_url(Builder().canonical("https://a.example/x").og_url("https://b.example/x"), "", "")
            .page == "https://a.example/x");
  CHECK(page_url(Builder().canonical("/x").og_url("https://b.example/x"), "", "").page ==
        "https://b.example/x");
  CHECK(
      page_url(Builder().canonical("javascript:x").saved_from("about:blank"), "", "").page.empty());
}

TEST_CASE("the base is the page's URL with its base element applied") {
  CHECK(page_url(Builder(), "https://a.example/x/y", "").base == "https://a.example/x/y");
  CHECK(page_url(Builder().base_href("../z/"), "https://a.example/x/y", "").base ==
        "https://a.example/z/");
  CHECK(page_url(Builder().base_href("https://b.example/"), "", "").base == "https://b.example/");
}

TEST_CASE("a base element that is no web address is ignored") {
  CHECK(page_url(Builder().base_href("javascript:x"), "https://a.example/x", "").base ==
        "https://a.example/x");
  CHECK(page_url(Builder().base_href("relative/"), "", "").base.empty());
}

TEST_CASE("a local file can be the base") {
  CHECK(page_url(Builder().base_href("img/"), "", "file:///home/me/page.html").page ==
        "file:///home/me/page.html");
}
