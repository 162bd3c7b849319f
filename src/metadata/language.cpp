#include "metadata/language.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.hpp"
#include "metadata/normalize.hpp"
#include "metadata/sources.hpp"
#include "metadata/text_language.hpp"

namespace thresh::metadata {
namespace {

// Languages that detectors take for each other, or that have several tags.
constexpr std::string_view kAlike[] = {
    "no nb nn da", "sr hr bs sh me cnr", "id ms", "cs sk", "he iw", "fil tl", "gl pt", "fa prs"};

std::string primary(std::string_view tag) { return std::string(tag.substr(0, tag.find('-'))); }

bool has_tag(std::string_view tags, std::string_view tag) {
  const std::size_t at = tags.find(tag);
  return at != std::string_view::npos && (at == 0 || tags[at - 1] == ' ') &&
         (at + tag.size() == tags.size() || tags[at + tag.size()] == ' ');
}

bool alike(std::string_view a, std::string_view b) {
  return a == b || std::any_of(std::begin(kAlike), std::end(kAlike), [&](std::string_view tags) {
           return has_tag(tags, a) && has_tag(tags, b);
         });
}

// The start of the body; empty if it is too short to tell.
std::string sample_of(const Facts& facts) {
  constexpr std::size_t kEnough = 800;
  constexpr std::size_t kTooShort = 150;
  std::string sample;
  const std::size_t count = std::min(facts.document.blocks.size(), facts.decisions.size());
  for (std::size_t i = facts.place.first_body; i < count && sample.size() < kEnough; ++i) {
    const judge::Decision& decision = facts.decisions[i];
    if (!judge::is_in_text(decision) || decision.label == Label::kCode) continue;
    sample += facts.document.str(facts.document.blocks[i].text).substr(0, kEnough);
    sample += '\n';
  }
  sample.resize(base::valid_utf8_prefix(sample));
  return sample.size() < kTooShort ? std::string() : sample;
}

Field declared_language(const Facts& facts) {
  const std::pair<std::string_view, std::string> declared[] = {
      {"html-lang", std::string(facts.document.str(facts.document.language))},
      {"json-ld", facts.json_ld.string("inLanguage")},
      {"meta", std::string(meta_content(facts.document, "content-language"))},
      {"og:locale", std::string(meta_content(facts.document, "og:locale"))},
  };
  for (const auto& [source, tag] : declared) {
    if (std::string language = normal_language(tag); !language.empty()) {
      return {std::move(language), std::string(source)};
    }
  }
  return {};
}

}  // namespace

Field resolve_language(const Facts& facts) {
  Field declared = declared_language(facts);
  const std::string sample = sample_of(facts);
  std::string shown = sample.empty() ? std::string() : language_of_text(sample);
  if (shown.empty() || alike(shown, primary(declared.value))) return declared;
  return {std::move(shown), "text"};
}

}  // namespace thresh::metadata
