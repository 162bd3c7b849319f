#include "judge/evidence.hpp"

#include <algorithm>
#include <cmath>

#include "judge/hashed_features.hpp"
#include "support/segmented.hpp"

using namespace thresh;
using judge::EvidenceTable;
using judge::Lanes;
using thresh::testing::document_of;

namespace {

// A table in which some hashes say something for the body.
class Table {
 public:
  explicit Table(const judge::Hashes& hashes, std::int8_t weight = 10)
      : present_(EvidenceTable::kWords) {
    for (const std::uint32_t hash : hashes) {
      const std::uint32_t slot = EvidenceTable::slot_of(hash);
      present_[slot / 64] |= std::uint64_t{1} << (slot % 64);
    }
    rows_.assign(hashes.size(), judge::EvidenceRow{weight});
  }
  EvidenceTable get() const {
    Lanes scale{};
    scale[0] = 0.1F;
    Lanes bias{};
    bias[0] = -1;
    return {present_.data(), rows_.data(), scale, bias};
  }

 private:
  std::vector<std::uint64_t> present_;
  std::vector<judge::EvidenceRow> rows_;
};

judge::Evidence weigh(const page::Document& document, const EvidenceTable& text,
                      const EvidenceTable& markup) {
  const Table no_types({});
  const EvidenceTable types = no_types.get();
  return judge::weigh(document, judge::measure(document), {&text, &markup, &types});
}

}  // namespace

TEST_CASE(
    "a hash without a row says nothing, one with a row its weight by the root of their count") {
  const Table table({42});
  const EvidenceTable evidence = table.get();
  judge::LaneSums sums{};
  REQUIRE(evidence.find(42) != nullptr);
  CHECK(evidence.find(43) == nullptr);
  sums[0] = (*evidence.find(42))[0];
  CHECK(sums[0] == 10);
  CHECK(evidence.logits(sums, 9)[0] == doctest::Approx(-1 + 10 * 0.1 * 3 / std::sqrt(9)));
}

TEST_CASE("sums of more features than 16 bits hold are right") {
  std::string text = "<p>";
  for (int i = 0; i < 2000; ++i) text += "<b itemprop=x>g</b> ";
  const page::Document document = document_of(text + "</p>");
  judge::Hashes hashes;
  judge::append_block_features(document, document.blocks[0], hashes);
  REQUIRE(hashes.size() > 4000);
  const Table known(hashes, 127);
  const Table nothing({});
  judge::LaneSums sums{};
  for (std::uint32_t container = document.blocks[0].container; container != page::kNone;
       container = document.containers[container].parent) {
    judge::Hashes own;
    judge::append_container_features(document, container, own);
    sums[1] += static_cast<std::int32_t>(own.size());
  }
  const auto count = static_cast<std::uint32_t>(hashes.size());
  sums[0] = 127 * static_cast<std::int32_t>(count);
  const Lanes expected = known.get().logits(sums, count + static_cast<std::uint32_t>(sums[1]));
  CHECK(weigh(document, nothing.get(), known.get()).markup[0][0] == doctest::Approx(expected[0]));
}

TEST_CASE("the words of a block are weighed, and those of the heading above it") {
  const page::Document document = document_of("<h2>Gulls</h2><p>return</p><p>at noon</p>");
  const judge::Texts texts = judge::read_texts(document);
  judge::Hashes hashes;
  judge::append_text_features(texts, 1, 0, hashes);
  judge::Hashes alone;
  judge::append_text_features(texts, 1, page::kNone, alone);
  CHECK(hashes.size() == alone.size() + 1);
  const Table known(alone);
  const Table nothing({});
  const judge::Evidence evidence = weigh(document, known.get(), nothing.get());
  CHECK(evidence.text[1][0] > evidence.text[2][0]);
  CHECK(evidence.markup[1][0] == -1);
}

TEST_CASE("what a container says reaches the blocks deep inside, as one sum of all features does") {
  const page::Document document = document_of(
      "<div class=story><div><div><div><div><div><div><div><div class=deep><p>one</p></div></div>"
      "</div></div></div></div></div></div></div><p>two</p>");
  // The same, found one by one from the block up.
  judge::Hashes hashes;
  judge::append_block_features(document, document.blocks[0], hashes);
  std::uint32_t container = document.blocks[0].container;
  for (std::uint32_t up = 0; container != page::kNone; ++up) {
    judge::Hashes own;
    judge::append_container_features(document, container, own);
    for (const std::uint32_t hash : own) {
      hashes.push_back(judge::at_distance(hash, judge::distance_of(up)));
    }
    container = document.containers[container].parent;
  }
  judge::Hashes some;
  for (std::size_t i = 0; i < hashes.size(); i += 3) some.push_back(hashes[i]);
  const Table known(some, 7);
  const EvidenceTable table = known.get();
  judge::LaneSums sums{};
  for (const std::uint32_t hash : hashes) {
    if (table.find(hash) != nullptr) sums[0] += (*table.find(hash))[0];
  }
  const Lanes expected = table.logits(sums, static_cast<std::uint32_t>(hashes.size()));
  CHECK(weigh(document, table, table).markup[0][0] == doctest::Approx(expected[0]));
}

TEST_CASE("names are cut into tokens of any case, and digits are all alike") {
  const page::Document document = document_of(
      "<div class='article-Body_17'><p>x</p></div>"
      "<div class='articleBody 23'><p>x</p></div>");
  judge::Hashes one;
  judge::Hashes two;
  judge::append_container_features(document, document.containers[0].end > 1 ? 1 : 0, one);
  judge::append_container_features(document, document.containers[1].end, two);
  std::size_t shared = 0;
  for (const std::uint32_t hash : one) {
    shared += static_cast<std::size_t>(std::count(two.begin(), two.end(), hash));
  }
  CHECK(shared >= 5);  // tag, pair of tags, article, body and the number
}
