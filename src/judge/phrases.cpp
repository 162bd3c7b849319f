#include "judge/phrases.hpp"

#include <algorithm>
#include <array>
#include <bitset>
#include <string_view>

#include "base/words.hpp"

namespace thresh::judge {
namespace {

constexpr std::size_t kMaxPhraseWords = 8;  // three, but each letter of Chinese and Japanese is one

struct Phrase {
  std::array<std::uint32_t, kMaxPhraseWords> words{};  // hashes
  std::size_t length = 0;
  Label label;
  PhraseStrength strength;
};

Phrase make_phrase(Label label, PhraseStrength strength, std::string_view text) {
  Phrase phrase{{}, 0, label, strength};
  base::WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty() && phrase.length < kMaxPhraseWords;
       word = reader.next()) {
    phrase.words[phrase.length++] = base::word_hash(word);
  }
  return phrase;
}

// All phrases by their first word, longer ones first.
class PhraseTable {
 public:
  PhraseTable();

  // nullptr if none starts at words[at].
  const Phrase* find(const std::vector<std::uint32_t>& words, std::size_t at) const;

 private:
  void add(Label label, PhraseStrength strength, std::string_view texts);

  // Tells most words that start no phrase in one look.
  static constexpr std::size_t kFilterBits = 8192;

  std::vector<Phrase> phrases_;
  std::bitset<kFilterBits> first_words_;
};

struct PhraseRow {
  Label label;
  PhraseStrength strength;
  std::string_view texts;
};
constexpr PhraseRow kPhraseRows[] = {
#define THRESH_PHRASES(label, strength, texts) {Label::label, PhraseStrength::strength, texts},
#include "judge/phrases.inc"
#undef THRESH_PHRASES
};

PhraseTable::PhraseTable() {
  for (const PhraseRow& row : kPhraseRows) add(row.label, row.strength, row.texts);
  std::stable_sort(phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
    return a.words[0] != b.words[0] ? a.words[0] < b.words[0] : a.length > b.length;
  });
  for (const Phrase& phrase : phrases_) first_words_.set(phrase.words[0] % kFilterBits);
}

void PhraseTable::add(Label label, PhraseStrength strength, std::string_view texts) {
  while (!texts.empty()) {
    const std::size_t end = std::min(texts.find(','), texts.size());
    phrases_.push_back(make_phrase(label, strength, texts.substr(0, end)));
    texts.remove_prefix(std::min(end + 1, texts.size()));
  }
}

const Phrase* PhraseTable::find(const std::vector<std::uint32_t>& words, std::size_t at) const {
  if (!first_words_.test(words[at] % kFilterBits)) return nullptr;
  auto phrase = std::lower_bound(
      phrases_.begin(), phrases_.end(), words[at],
      [](const Phrase& p, std::uint32_t first_word) { return p.words[0] < first_word; });
  for (; phrase != phrases_.end() && phrase->words[0] == words[at]; ++phrase) {
    if (phrase->length <= words.size() - at &&
        std::equal(phrase->words.begin(), phrase->words.begin() + phrase->length,
                   words.begin() + static_cast<std::ptrdiff_t>(at))) {
      return &*phrase;
    }
  }
  return nullptr;
}

const PhraseTable& phrase_table() {
  static const PhraseTable table;
  return table;
}

}  // namespace

void find_phrases(std::uint32_t block, const std::vector<std::uint32_t>& words,
                  std::vector<PhraseHit>& hits) {
  const PhraseTable& table = phrase_table();
  for (std::size_t at = 0; at < words.size();) {
    const Phrase* phrase = table.find(words, at);
    if (phrase == nullptr) {
      ++at;
      continue;
    }
    hits.push_back({block, phrase->label, phrase->strength,
                    static_cast<std::uint16_t>(std::min<std::size_t>(at, 65535)),
                    static_cast<std::uint8_t>(phrase->length)});
    at += phrase->length;
  }
}

}  // namespace thresh::judge
