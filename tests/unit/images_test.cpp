#include "page/images.hpp"

#include <string>

#include "support/segmented.hpp"

using namespace thresh::page;
using thresh::testing::document_of;

namespace {

// URLs of the page's images, parted by spaces.
std::string images_of(std::string_view html) {
  const Document document = document_of(html);
  std::string out;
  for (const Image& image : document.images) {
    if (!out.empty()) out += ' ';
    out += document.str(image.source);
  }
  return out;
}

}  // namespace

TEST_CASE("an image has a URL, a text, a size and a place") {
  const Document document = document_of(
      "<p>a</p><div><img src=' /a.jpg?x&amp;y ' alt='Two\n  cats' width=640 height='480px'></div>"
      "<p>b <img src=b.png width=100%> c</p><p>d</p>");
  REQUIRE(document.images.size() == 2);
  const Image& image = document.images[0];
  CHECK(document.str(image.source) == "/a.jpg?x&y");
  CHECK(document.str(image.alt) == "Two cats");
  CHECK(image.width == 640);
  CHECK(image.height == 480);
  CHECK(document.containers[image.container].tag == Tag::kDiv);
  CHECK(image.before_block == 1);
  CHECK(document.images[1].width == 0);
  CHECK(document.images[1].before_block == 2);
}

TEST_CASE("an image at the end of a page stands before no block") {
  const Document document = document_of("<p>a <img src=x></p>");
  CHECK(document.images.at(0).before_block == document.blocks.size());
}

TEST_CASE("late images show what they will show") {
  CHECK(images_of("<img src=blank.gif data-src=a.jpg>") == "a.jpg");
  CHECK(images_of("<img src=blank.gif data-lazy-src=b.jpg>") == "b.jpg");
  CHECK(images_of("<img src='data:image/gif;base64,R0' data-original=c.jpg>") == "c.jpg");
  CHECK(images_of("<img src=x.gif data-srcset='d-1.jpg 320w, d-2.jpg 640w'>") == "d-2.jpg");
  CHECK(images_of("<img src=e.jpg data-src='e_{width}x.jpg'>") == "e.jpg");
}

TEST_CASE("of a set of candidates the largest is taken") {
  CHECK(images_of("<img srcset='a.jpg, b.jpg 2x, c.jpg 1.5x'>") == "b.jpg");
  CHECK(images_of("<img srcset=' w_100,h_20/a.jpg 100w ,w_200,h_40/a.jpg 200w'>") ==
        "w_200,h_40/a.jpg");
  CHECK(images_of("<img srcset=',,'>").empty());
  CHECK(
      images_of("<picture><source srcset='a.webp 1x'><source srcset=b.jpg><img alt=x></picture>") ==
      "a.webp");
  CHECK(images_of("<picture><source srcset=a.webp><img src=b.jpg></picture><img>") == "b.jpg");
}

TEST_CASE("images inside the page and tracking pixels are left out") {
  CHECK(images_of("<img src='data:image/png;base64,AA'><img src=' &#68;ATA:x'><img src=blob:x>"
                  "<img src=''><img src=x width=1 height=1><img src=y height=0>") == "");
}

TEST_CASE("a late image and its double in noscript are one image") {
  CHECK(images_of("<img class=lazy data-src=a.jpg> <noscript><img src=a.jpg></noscript>"
                  "<img src=b.jpg>") == "a.jpg b.jpg");
  CHECK(images_of("<img src=blank.gif><noscript><img src=a.jpg></noscript>") == "a.jpg");
  CHECK(images_of("<img src=data:x><noscript><img src=a.jpg></noscript>"
                  "<img src=data:x><noscript><img src=b.jpg></noscript>") == "a.jpg b.jpg");
  CHECK(images_of("<noscript><img src=a.jpg></noscript><img src=data:x data-src=a.jpg>"
                  "<noscript><img src=b.jpg></noscript><p>text</p><div><div><img src=c.jpg>") ==
        "a.jpg b.jpg c.jpg");
}
