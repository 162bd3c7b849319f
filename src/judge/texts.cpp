#include "judge/texts.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "base/ascii.hpp"
#include "base/words.hpp"
#include "judge/hints.hpp"

namespace thresh::judge {
namespace {

using Words = std::vector<std::uint32_t>;  // hashes

// --- The page's title, and how much of it a text holds
// ---------------------------------------------

// A longer title or headline is none.
constexpr std::size_t kMaxTitleWords = 40;

class Titles {
 public:
  explicit Titles(const page::Document& document) {
    add(document.str(document.title));
    for (const page::Meta& meta : document.metas) {
      const std::string_view name = document.str(meta.name);
      if (name == "og:title" || name == "twitter:title") add(document.str(meta.content));
    }
  }

  // F1 of the words, with the title it fits best.
  float overlap(const Words& text) const {
    if (text.empty() || text.size() > kMaxTitleWords) return 0;
    float best = 0;
    for (const Words& title : titles_) {
      const auto shared = std::count_if(text.begin(), text.end(), [&](std::uint32_t word) {
        return std::binary_search(title.begin(), title.end(), word);
      });
      const float both = static_cast<float>(std::min<std::size_t>(shared, title.size()));
      best = std::max(best, 2 * both / static_cast<float>(text.size() + title.size()));
    }
    return best;
  }

 private:
  static constexpr std::size_t kMaxTitles = 8;

  // The title as it stands, and without what a separator cuts off: "Headline | Section - Site".
  void add(std::string_view title) {
    add_words(title);
    add_behind_name(title);
    for (const std::string_view separator : {" | ", " - ", " \u2013 ", " \u2014 ", " :: "}) {
      const std::size_t last = title.rfind(separator);
      if (last == title.npos) continue;
      add_words(title.substr(0, last));
      add_words(title.substr(0, title.find(separator)));
    }
  }

  // "Site: Headline".
  void add_behind_name(std::string_view title) {
    constexpr std::size_t kMostNameWords = 4;
    const std::size_t colon = title.find(": ");
    if (colon == title.npos || base::count_words(title.substr(0, colon)) > kMostNameWords) return;
    add_words(title.substr(colon));
  }

  void add_words(std::string_view title) {
    Words words = word_hashes(title);
    if (words.empty() || words.size() > kMaxTitleWords || titles_.size() == kMaxTitles) return;
    std::sort(words.begin(), words.end());
    if (std::find(titles_.begin(), titles_.end(), words) == titles_.end()) titles_.push_back(words);
  }

  std::vector<Words> titles_;  // each sorted
};

// --- Characters
// ------------------------------------------------------------------------------------

bool starts_with_capital(std::string_view word) {
  if (word[0] >= 'A' && word[0] <= 'Z') return true;
  if (word.size() < 2) return false;
  const unsigned char lead = static_cast<unsigned char>(word[0]);
  const unsigned char next = static_cast<unsigned char>(word[1]);
  return (lead == 0xC3 && next <= 0x9E) ||                  // À to Þ
         (lead == 0xCE && next >= 0x91 && next <= 0xA9) ||  // Α to Ω
         (lead == 0xD0 && next >= 0x80 && next <= 0xAF);    // Ѐ to Я
}

std::uint32_t count_commas(std::string_view text) {
  std::uint32_t commas = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    switch (static_cast<unsigned char>(text[i])) {
      case ',':
        ++commas;
        break;
      case 0xD8:  // Arabic
        if (text.compare(i, 2, "\u060C") == 0) ++commas;
        break;
      case 0xE3:  // ideographic
        if (text.compare(i, 3, "\u3001") == 0) ++commas;
        break;
      case 0xEF:  // full width
        if (text.compare(i, 3, "\uFF0C") == 0) ++commas;
        break;
      default:
        break;
    }
  }
  return commas;
}

std::uint64_t hash_of(const Words& words) {
  std::uint64_t hash = 14695981039346656037U;
  for (const std::uint32_t word : words) hash = (hash ^ word) * 1099511628211U;
  return hash;
}

// --- A block
// ---------------------------------------------------------------------------------------

class Reader {
 public:
  explicit Reader(const page::Document& document) : document_(document), titles_(document) {}

  Texts read() {
    Texts texts;
    texts.blocks.reserve(document_.blocks.size());
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      texts.blocks.push_back(read_block(document_.str(document_.blocks[i].text), texts));
      const std::size_t first = texts.phrases.size();
      find_phrases(i, words_, texts.phrases);
      for (std::size_t hit = first; hit < texts.phrases.size(); ++hit) {
        count_phrase(texts.phrases[hit], texts.blocks.back());
      }
    }
    count_copies(texts.blocks);
    return texts;
  }

 private:
  TextFacts read_block(std::string_view text, Texts& texts) {
    TextFacts facts;
    facts.first_word = static_cast<std::uint32_t>(texts.words.size());
    words_.clear();
    base::WordReader reader(text);
    for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
      words_.push_back(base::word_hash(word));
      texts.stems.push_back(base::stem_hash(word));
      facts.capitals += starts_with_capital(word);
      facts.numbers += base::is_digit(word[0]);
    }
    texts.words.insert(texts.words.end(), words_.begin(), words_.end());
    facts.words = static_cast<std::uint32_t>(words_.size());
    facts.hash = hash_of(words_);
    facts.commas = count_commas(text);
    facts.address = count_address(words_);
    facts.title_overlap = titles_.overlap(words_);
    facts.ends_sentence = ends_sentence(text);
    return facts;
  }

  static void count_phrase(const PhraseHit& hit, TextFacts& facts) {
    const std::uint32_t weight = weight_of(hit.strength);
    if (kPromptLabels.has(hit.label)) {
      facts.prompts += weight;
    } else if (kAsideLabels.has(hit.label)) {
      facts.asides += weight;
    } else {
      facts.remarks += weight;
    }
  }

  // The last few bytes alone tell it.
  static bool ends_sentence(std::string_view text) {
    constexpr std::size_t kTail = 12;
    std::size_t from = text.size() > kTail ? text.size() - kTail : 0;
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) ++from;
    const std::string_view tail = text.substr(from);
    if (base::count_sentences(tail) == 0) return false;
    // An end of a sentence with words after it is not at the end.
    base::WordReader reader(tail.substr(tail.find_last_of(" \n") + 1));
    const std::string_view last = reader.next();
    return last.empty() ||
           base::count_sentences(tail.substr(static_cast<std::size_t>(last.data() - tail.data()))) >
               0;
  }

  static void count_copies(std::vector<TextFacts>& blocks) {
    std::unordered_map<std::uint64_t, std::uint32_t> counts;
    counts.reserve(blocks.size());
    for (const TextFacts& facts : blocks) ++counts[facts.hash];
    for (TextFacts& facts : blocks) facts.copies = facts.words > 0 ? counts[facts.hash] : 0;
  }

  const page::Document& document_;
  Titles titles_;
  Words words_;  // of the block read last
};

}  // namespace

std::vector<std::uint32_t> word_hashes(std::string_view text) {
  Words words;
  base::WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
    words.push_back(base::word_hash(word));
  }
  return words;
}

Texts read_texts(const page::Document& document) { return Reader(document).read(); }

}  // namespace thresh::judge
