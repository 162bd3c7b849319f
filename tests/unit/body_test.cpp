#include "write/body.hpp"

#include <doctest/doctest.h>

#include "support/make_article.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

// Tells a walk: "q[ ... ]" a quote, "l3[ ... ]" a list from 3, "( ... )" an item,
// "{image+caption}", "c[ ... ]" the comments.
class Teller : public writers::BodyVisitor {
 public:
  std::string told;

  void enter_quote() override { told += "q["; }
  void leave_quote() override { told += "]"; }
  void enter_list(int first_number) override { told += "l" + std::to_string(first_number) + "["; }
  void leave_list() override { told += "]"; }
  void enter_item() override { told += "("; }
  void leave_item() override { told += ")"; }
  void visit_block(const Block& block) override { told += block.text + " "; }
  void visit_figure(const writers::Figure& figure) override {
    told += "{";
    for (const Image& image : figure.images) told += image.url;
    for (const Block& caption : figure.captions) told += "+" + caption.text;
    told += "}";
  }
  void enter_comments() override { told += "c["; }
  void leave_comments() override { told += "]"; }
};

std::string tell(const Article& article, bool images = false) {
  Teller teller;
  writers::walk_body(article, images, teller);
  return teller.told;
}

std::string tell_comments(const Article& article) {
  Teller teller;
  writers::walk_comments(article, teller);
  return teller.told;
}

std::string tell_images(std::initializer_list<Block> blocks, std::vector<std::size_t> places) {
  Article page = article(blocks);
  for (std::size_t i = 0; i < places.size(); ++i) {
    page.images.push_back({std::string(1, static_cast<char>('0' + i)), "", places[i]});
  }
  return tell(page, true);
}

}  // namespace

TEST_CASE("only blocks of the text are visited, and no blank ones") {
  Block beside = paragraph("x");
  beside.in_text = false;
  CHECK(tell(article({block(Label::kTitle, "t"), paragraph("a"), beside, paragraph(" \n"),
                      code("\n\t"), caption("c"), block(Label::kSummary, "b")})) == "a b ");
  CHECK(tell(article({})) == "");
}

TEST_CASE("comments are visited apart, out of all that was stripped, and no blank ones") {
  Article page = article({paragraph("p"), block(Label::kComments, "kept")});
  page.boilerplate = {block(Label::kComments, "a"), block(Label::kNewsletter, "n"),
                      block(Label::kComments, " \n"), quoted(1, block(Label::kComments, "b"))};
  CHECK(tell(page) == "p ");
  CHECK(tell_comments(page) == "c[a q[b ]]");
  page.boilerplate.resize(3);
  page.boilerplate[0].text = "";
  CHECK(tell_comments(page) == "");
}

TEST_CASE("items nest by level") {
  CHECK(tell(article({item(1, "a"), item(2, "b"), item(2, "c"), item(1, "d"), paragraph("p")})) ==
        "l0[(a l0[(b )(c )])(d )]p ");
}

TEST_CASE("a skipped level gets a list with one item") {
  CHECK(tell(article({item(3, "a"), item(2, "b")})) == "l0[(l0[(l0[(a )])(b )])]");
}

TEST_CASE("numbers that follow each other are one list") {
  CHECK(tell(article({item(1, "a", 4), item(2, "b"), item(1, "c", 5)})) == "l4[(a l0[(b )])(c )]");
  CHECK(tell(article({item(1, "a", 1), item(1, "b", 3)})) == "l1[(a )]l3[(b )]");
  CHECK(tell(article({item(1, "a", 1), item(1, "b")})) == "l1[(a )]l0[(b )]");
  CHECK(tell(article({item(1, "a"), item(2, "b"), item(2, "c", 1)})) == "l0[(a l0[(b )]l1[(c )])]");
}

TEST_CASE("numbers that formats cannot write are bullets") {
  CHECK(tell(article({item(1, "a", -1), item(1, "b", 1'000'000'000)})) == "l0[(a )(b )]");
}

TEST_CASE("a block that continues an item stays inside it") {
  CHECK(tell(article({item(1, "a", 1), continued(1, "b"), item(2, "c"), continued(1, "d"),
                      item(1, "e", 2)})) == "l1[(a b l0[(c )]d )(e )]");
  CHECK(tell(article({continued(2, "a")})) == "l0[(l0[(a )])]");
}

TEST_CASE("quotes hold lists, and a change of quote ends them") {
  CHECK(tell(article({quote("a"), quoted(2, quote("b")), quote("c"), paragraph("p")})) ==
        "q[a q[b ]c ]p ");
  CHECK(tell(article({item(1, "a"), quoted(1, item(1, "b")), item(1, "c")})) ==
        "l0[(a )]q[l0[(b )]]l0[(c )]");
  CHECK(tell(article({quoted(0, quote("a"))})) == "q[a ]");
}

TEST_CASE("nesting is bounded") {
  const std::string told = tell(article({quoted(1000, item(1000, "a"))}));
  CHECK(told.find("a ") == 2 * writers::kMaxQuoteDepth + 4 * writers::kMaxListDepth);
}

TEST_CASE("images stand where they were, with the captions around them") {
  CHECK(tell_images({paragraph("a"), paragraph("b")}, {1}) == "a {0}b ");
  CHECK(tell_images({paragraph("a"), caption("c"), caption("d"), paragraph("b")}, {1}) ==
        "a {0+c+d}b ");
  CHECK(tell_images({paragraph("a"), caption("c"), paragraph("b")}, {2}) == "a {0+c}b ");
  CHECK(tell_images({paragraph("a"), caption("c")}, {1, 1}) == "a {01+c}");
  CHECK(tell_images({caption("c"), caption("d"), paragraph("a")}, {0, 2}) == "{0+c+d}{1}a ");
  CHECK(tell_images({caption("c"), caption("d"), paragraph("a")}, {0, 1}) == "{0+c}{1+d}a ");
  CHECK(tell_images({paragraph("a")}, {1, 99}) == "a {01}");
}

TEST_CASE("images wait for the end of a list") {
  CHECK(tell_images({item(1, "a"), item(1, "b"), paragraph("p")}, {1}) == "l0[(a )(b )]{0}p ");
  CHECK(tell_images({paragraph("p"), item(1, "a")}, {1}) == "p {0}l0[(a )]");
}

TEST_CASE("images between quoted blocks are quoted") {
  CHECK(tell_images({quote("a"), quote("b")}, {1}) == "q[a {0}b ]");
  CHECK(tell_images({paragraph("a"), quote("b")}, {1}) == "a {0}q[b ]");
}
