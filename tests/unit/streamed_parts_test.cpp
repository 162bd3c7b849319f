#include "page/streamed_parts.hpp"

#include "support/segmented.hpp"

using thresh::testing::outline_of;

TEST_CASE("parts that were sent late stand where they belong") {
  CHECK(outline_of("<main>a<template id=B:0></template>d</main><p>e</p>"
                   "<div hidden id=S:0>b<p>c<template id=P:1></template></div>"
                   "<div hidden id=S:1><i>!</i></div><p>f") == "(ab) (c!) (d) (e) (f)");
}

TEST_CASE("each part is shown once, and only if its place is known") {
  CHECK(outline_of("<template id=B:0></template><template id=B:0></template><template id=B:7>"
                   "</template><p>a<div hidden id=S:0>b</div><div hidden id=S:3>c</div>") ==
        "(b) (a) ~(c)");
}

TEST_CASE("a part cannot hold itself") {
  CHECK(outline_of("<template id=B:0></template><p>a<div hidden id=S:0>b"
                   "<template id=B:0></template></div>") == "(b) (a)");
  CHECK(outline_of("<div hidden id=S:0>b<template id=B:0></template></div>") == "~(b)");
}

TEST_CASE("a part that is last on the page does not end the walk") {
  CHECK(outline_of("<p>a<template id=B:0></template>c<p>d<div hidden id=S:0>b</div>") ==
        "(abc) (d)");
}
