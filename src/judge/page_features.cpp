#include "judge/page_features.hpp"

#include <algorithm>
#include <bit>
#include <string_view>

#include "base/ascii.hpp"
#include "judge/declared_url.hpp"

namespace thresh::judge {
namespace {

constexpr std::size_t kMostTokens = 6;  // of one name

// Of a JSON-LD text the types it names: {"@type": "NewsArticle"} and {"@type": ["A", "B"]}.
void append_json_types(std::string_view text, Hashes& out) {
  constexpr std::string_view kKey = "\"@type\"";
  constexpr std::size_t kMostTypes = 50;
  std::size_t count = 0;
  for (std::size_t at = text.find(kKey); at != text.npos && count < kMostTypes;
       at = text.find(kKey, at), ++count) {
    at += kKey.size();
    const std::size_t begin = text.find('"', at);
    if (begin == text.npos) return;
    const std::size_t end = text.find('"', begin + 1);
    if (end == text.npos) return;
    append_whole(Kind::kJsonType, text.substr(begin + 1, end - begin - 1), out);
  }
}

void append_metas(const page::Document& document, Hashes& out) {
  constexpr std::string_view kTelling[] = {"og:type", "generator", "twitter:card"};
  for (const page::Meta& meta : document.metas) {
    const std::string_view name = document.str(meta.name);
    append_whole(Kind::kMetaName, name, out);
    if (std::find(std::begin(kTelling), std::end(kTelling), name) == std::end(kTelling)) continue;
    append_tokens(Kind::kMetaValue, document.str(meta.content), kMostTokens, out);
  }
}

// How many directories, what they are called, and how long the last name is: "/2024/05/a-b-c-d".
void append_path(std::string_view url, Hashes& out) {
  const std::size_t host = url.find("//");
  if (host == url.npos) return;
  const std::size_t begin = url.find('/', host + 2);
  std::string_view path = begin == url.npos ? std::string_view() : url.substr(begin + 1);
  path = path.substr(0, path.find_first_of("?#"));
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  const auto slashes = static_cast<std::uint32_t>(std::count(path.begin(), path.end(), '/'));
  out.push_back(named(Kind::kPath, path.empty() ? 0 : std::min(slashes, 6U) + 1));
  const std::size_t last = path.rfind('/');
  const std::string_view name = last == path.npos ? path : path.substr(last + 1);
  const auto hyphens = static_cast<std::uint32_t>(
      std::count_if(name.begin(), name.end(), [](char c) { return c == '-' || c == '_'; }));
  out.push_back(named(Kind::kPath, 100 + std::min(hyphens, 8U)));
  out.push_back(
      named(Kind::kPath, std::any_of(name.begin(), name.end(), base::is_digit) ? 200 : 201));
  if (last != path.npos) append_tokens(Kind::kPathPart, path.substr(0, last), kMostTokens, out);
}

// "Add to cart", "Reply", "12 replies".
void append_short_texts(const Texts& texts, Hashes& out) {
  constexpr std::uint32_t kMostWords = 4;
  for (const TextFacts& text : texts.blocks) {
    if (text.words == 0 || text.words > kMostWords) continue;
    std::uint32_t all = 0;
    for (std::uint32_t i = 0; i < text.words; ++i) all = mix(all, texts.words[text.first_word + i]);
    out.push_back(named(Kind::kWholeText, all));
  }
}

// Numbers in steps.
class Numbers {
 public:
  explicit Numbers(Hashes& out) : out_(out) {}

  void count(std::uint64_t number) { step(static_cast<std::uint32_t>(std::bit_width(number))); }
  void share(std::uint64_t part, std::uint64_t whole) {
    constexpr std::uint64_t kSteps = 10;
    step(whole == 0 ? 0 : static_cast<std::uint32_t>(part * kSteps / whole) + 1);
  }

 private:
  void step(std::uint32_t value) { out_.push_back(named(Kind::kNumber, which_++ * 64 + value)); }

  Hashes& out_;
  std::uint32_t which_ = 0;
};

void append_numbers(const page::Document& document, const Measures& measures, Hashes& out) {
  const Totals page = measures.sums.page();
  const Totals body = measures.sums.of(document.containers[measures.body]);
  const auto count = [&](page::BlockType type) {
    return std::count_if(document.blocks.begin(), document.blocks.end(),
                         [&](const page::Block& block) { return block.type == type; });
  };
  const auto prose = std::count(measures.prose.begin(), measures.prose.end(), true);
  Numbers numbers(out);
  numbers.count(page.words);
  numbers.count(page.prose_words);
  numbers.count(page.blocks);
  numbers.count(static_cast<std::uint64_t>(prose));
  numbers.count(page.prose_words / static_cast<std::uint64_t>(std::max<std::ptrdiff_t>(prose, 1)));
  numbers.share(page.link_words, page.words);
  numbers.share(page.prose_words, page.words);
  numbers.share(body.words, page.words);
  numbers.share(body.link_words, body.words);
  numbers.share(body.prose_words, body.words);
  numbers.count(static_cast<std::uint64_t>(count(page::BlockType::kHeading)));
  numbers.count(static_cast<std::uint64_t>(count(page::BlockType::kCode)));
  numbers.count(static_cast<std::uint64_t>(count(page::BlockType::kControl)));
  numbers.count(static_cast<std::uint64_t>(count(page::BlockType::kTableCell)));
  numbers.share(static_cast<std::uint64_t>(count(page::BlockType::kListItem)), page.blocks);
  numbers.count(document.images.size());
}

}  // namespace

Hashes page_features(const page::Document& document, const Measures& measures,
                     const LookHashes& looks) {
  Hashes features = looks.hashes;
  append_metas(document, features);
  for (const page::Slice json : document.json_ld) append_json_types(document.str(json), features);
  append_path(declared_url(document), features);
  append_short_texts(measures.texts, features);
  append_numbers(document, measures, features);
  std::sort(features.begin(), features.end());
  features.erase(std::unique(features.begin(), features.end()), features.end());
  return features;
}

}  // namespace thresh::judge
