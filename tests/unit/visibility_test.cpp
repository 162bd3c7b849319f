#include "page/visibility.hpp"

#include "support/segmented.hpp"

using namespace thresh::page;
using thresh::testing::outline_of;

namespace {

bool hides(Attribute name, std::string_view value) {
  Dom dom;
  DomNode& node = dom.nodes.emplace_back();
  node.tag = Tag::kDiv;
  node.attribute_count = 1;
  dom.attributes.push_back({name, false, value});
  return is_hidden(dom, node);
}

}  // namespace

TEST_CASE("elements are hidden by attribute or style") {
  CHECK(hides(Attribute::kHidden, ""));
  CHECK(hides(Attribute::kAriaHidden, "TRUE"));
  CHECK(hides(Attribute::kStyle, "x:y;display:none!important"));
  CHECK(hides(Attribute::kStyle, "VISIBILITY:\n hidden"));
}

TEST_CASE("other values do not hide") {
  CHECK_FALSE(hides(Attribute::kAriaHidden, "false"));
  CHECK_FALSE(hides(Attribute::kStyle, "display:block"));
  CHECK_FALSE(hides(Attribute::kStyle, "display"));
  CHECK_FALSE(hides(Attribute::kStyle, "overflow:hidden; backface-visibility: visible"));
  CHECK_FALSE(hides(Attribute::kClass, "hidden"));
}

TEST_CASE("what holds the headline and most of the page is not hidden for good") {
  CHECK(outline_of("<nav>Menu</nav><div style='display:none'><h1>Title</h1><p>Long text.</div>") ==
        "(Menu) h1(Title) (Long text.)");
  CHECK(outline_of("<nav>Menu</nav><div style='display:none'><h2>Title</h2><p>Long text.</div>") ==
        "(Menu) ~h2(Title) ~(Long text.)");
}
