#include "judge/captions.hpp"

#include "judge/looks.hpp"
#include "support/segmented.hpp"

using namespace thresh;
using thresh::testing::document_of;

namespace {

bool is_caption(std::string_view html, std::uint32_t block) {
  const page::Document document = document_of(html);
  const std::vector<judge::LabelSet> hints =
      judge::container_hints(document, judge::find_looks(document));
  return judge::Captions(document, hints).has(block);
}

}  // namespace

TEST_CASE("a credit starts with a word for a photo and a mark") {
  CHECK(judge::is_credit_line("Photo: Ida Holm"));
  CHECK(judge::is_credit_line("FOTO: Ida Holm"));
  CHECK(judge::is_credit_line("Photograph by Ida Holm"));
  CHECK_FALSE(judge::is_credit_line("Photo albums were found in the shed"));
  CHECK_FALSE(judge::is_credit_line("She took the photo: nobody saw it"));
  CHECK_FALSE(judge::is_credit_line(""));
}

TEST_CASE("class names tell captions") {
  CHECK(is_caption("<p class=wp-caption-text>A crane at work", 0));
  CHECK_FALSE(is_caption("<p class=intro>A crane at work", 0));
}

TEST_CASE("the only text beside an image is its caption") {
  CHECK(is_caption("<p>a</p><div><img src=a.jpg><span>A crane at work</span></div>", 1));
  CHECK_FALSE(is_caption("<p>a</p><div><img src=a.jpg><p>A crane</p><p>at work</p></div>", 1));
  CHECK_FALSE(is_caption("<p>a</p><div><span>A crane at work</span></div>", 1));
}
