// Articles of many thousand pieces cost in proportion to their pieces.
#include <doctest/doctest.h>

#include <algorithm>
#include <ctime>
#include <string>

#include "support/make_article.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

using Maker = Article (*)(std::size_t count);

double best_seconds(const Article& article, Format format) {
  double best = 1e9;
  for (int round = 0; round < 3; ++round) {
    const std::clock_t start = std::clock();
    const std::string output = write(article, format, {.links = true, .images = true});
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    REQUIRE(output.size() > 1000);
  }
  return best;
}

void check_linear(Maker make) {
  constexpr std::size_t kCount = 50'000;
  constexpr double kNoise = 0.01;  // seconds
  const Article small = make(kCount);
  const Article large = make(2 * kCount);
  for (const Format format : {Format::kText, Format::kMarkdown, Format::kHtml, Format::kJson}) {
    CAPTURE(static_cast<int>(format));
    CHECK(best_seconds(large, format) <= 3 * best_seconds(small, format) + kNoise);
  }
}

}  // namespace

TEST_CASE("a paragraph of touching code and links is written in linear time") {
  check_linear([](std::size_t count) {
    Block block = paragraph(std::string(2 * count, 'x'));
    for (std::size_t i = 0; i < count; ++i) {
      block.code.push_back({2 * i, 2});
      block.links.push_back({{2 * i + 1, 2}, "/x"});
    }
    return article({block});
  });
}

TEST_CASE("images that wait for the end of a list are written in linear time") {
  check_linear([](std::size_t count) {
    Article page;
    page.blocks.assign(count, item(1, "x"));
    for (std::size_t i = 0; i < count; ++i) page.images.push_back({"/x.jpg", "", i});
    return page;
  });
}

TEST_CASE("lists, quotes and captions in turn are written in linear time") {
  check_linear([](std::size_t count) {
    Article page;
    for (std::size_t i = 0; i < count; ++i) {
      const int depth = static_cast<int>(i % 40);
      page.blocks.push_back(quoted(depth, item(40 - depth, "x", static_cast<int>(count - i))));
      if (i % 3 == 0) page.blocks.push_back(caption("c"));
      page.images.push_back({"/x.jpg", "", i});
    }
    return page;
  });
}

TEST_CASE("a table of one wide and many narrow rows is written in linear time") {
  check_linear([](std::size_t count) {
    std::string text(count, '\t');
    for (std::size_t i = 0; i < count; ++i) text += "\nx";
    return article({table(1, text)});
  });
}

TEST_CASE("backticks and entities that do not end are written in linear time") {
  check_linear([](std::size_t count) {
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += "&a`&#";
    return article({paragraph(text), code(text), coded(paragraph(text), text)});
  });
}
