#include "page/flow.hpp"

#include "support/segmented.hpp"

using thresh::testing::outline_of;

TEST_CASE("custom elements are containers where they stand by themselves") {
  CHECK(outline_of("<x-head>Title</x-head><x-text>Text</x-text>") == "(Title) (Text)");
}

TEST_CASE("custom elements flow where text touches them") {
  CHECK(outline_of("<p>As <x-term>irony</x-term> has it, <b>and</b> <x-a>more</x-a>.") ==
        "(As irony has it, and more.)");
  CHECK(outline_of("<p>As <x-term><div>irony</div></x-term> has it") == "(As) (irony) (has it)");
}

TEST_CASE("unknown elements without a hyphen flow") {
  CHECK(outline_of("<p>a <nobr>b</nobr> <blink>c</blink>") == "(a b c)");
}

TEST_CASE("what is skipped does not make its surroundings a container") {
  CHECK(outline_of("<p>a <span>b<svg><title>x</title><foreignObject><div>x</div></foreignObject>"
                   "</svg></span> c") == "(a b c)");
}
