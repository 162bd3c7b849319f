#include "page/foreign_reader.hpp"

#include <doctest/doctest.h>

using namespace thresh::page;

namespace {

constexpr std::string_view kSvg = "<svg>", kMath = "<math>";

// What stands behind the svg element; "?" if that is doubtful.
std::string_view behind_svg(std::string_view page) {
  const auto end = ForeignReader(page).end_of_svg(kSvg.size());
  return end ? page.substr(*end) : "?";
}

bool math_is_plain(std::string_view page) {
  return ForeignReader(page).math_is_plain(kMath.size());
}

}  // namespace

TEST_CASE("svg ends at its own end tag") {
  CHECK(behind_svg("<svg></svg>a") == "a");
  CHECK(behind_svg("<svg><svg></svg><g></svg>a") == "a");
  CHECK(behind_svg("<svg><title>x &amp; y</title><path d='>'/></SVG>a") == "a");
  CHECK(behind_svg("<svg><!-- </svg> --><![CDATA[</svg>]]></svg>a") == "a");
  CHECK(behind_svg("<svg><style>a{}</style></svg>a") == "a");
}

TEST_CASE("svg may end with the page") {
  CHECK(behind_svg("<svg><g>") == "");
  CHECK(behind_svg("<svg><g") == "");
}

TEST_CASE("svg is doubtful if something might leave it, or hold HTML") {
  for (const char* page :
       {"<svg><p></svg>", "<svg><foreignObject></foreignObject></svg>", "<svg></p></svg>",
        "<svg><title><g></title></svg>", "<svg></svg >", "<svg></></svg>", "<svg><g\v></svg>",
        "<svg><math></math></svg>", "<svg><desc><![CDATA[x]]></desc></svg>"}) {
    CHECK(behind_svg(page) == "?");
  }
}

TEST_CASE("math is plain if each of its tags has its end tag") {
  CHECK(math_is_plain("<math></math>"));
  CHECK(math_is_plain("<math><mrow><mi>x</mi><mo>+</mo><mspace/></mrow></math>"));
  for (const char* page :
       {"<math>", "<math><mi></math>", "<math><mi><mrow></mrow></mi></math>", "<math><p></math>",
        "<math><annotation-xml></annotation-xml></math>", "<math><style></style></math>",
        "<math><![CDATA[x]]></math>", "<math></mi></math>"}) {
    CHECK_FALSE(math_is_plain(page));
  }
}
