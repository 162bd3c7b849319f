#include "metadata/access.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "base/ascii.hpp"
#include "base/words.hpp"
#include "metadata/normalize.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

// JSON's booleans, and the strings that templates write for them.
std::optional<bool> truth_of(base::JsonValue value) {
  if (value.boolean()) return value.boolean();
  if (base::equals_ignore_case(value.string(), "true")) return true;
  if (base::equals_ignore_case(value.string(), "false")) return false;
  return std::nullopt;
}

class Evidence {
 public:
  explicit Evidence(const Facts& facts) : facts_(facts) {}

  AccessField weigh() {
    read_json_ld();
    read_metas();
    read_end_of_text();
    read_declared_length();
    return std::move(access_);
  }

 private:
  // What was cut off is the stronger word, then that readers pay.
  void add(Access value, std::string evidence) {
    if (value > access_.value) access_.value = value;
    access_.evidence.push_back(std::move(evidence));
  }

  void read_json_ld() {
    constexpr std::string_view kName = "isAccessibleForFree";
    const std::optional<bool> free = truth_of(facts_.json_ld.value(kName));
    if (free) {
      add(*free ? Access::kFree : Access::kDeclaredPaid,
          std::string("json-ld: isAccessibleForFree is ") + (*free ? "true" : "false"));
    }
    constexpr std::size_t kMostParts = 20;
    const base::JsonValue parts = facts_.json_ld.value("hasPart");
    for (std::size_t i = 0; i < std::min(parts.is_array() ? parts.size() : 1, kMostParts); ++i) {
      const base::JsonValue part = parts.is_array() ? parts.at(i) : parts;
      if (truth_of(part[kName]).value_or(true)) continue;
      add(Access::kDeclaredPaid, "json-ld: a part is not free, " +
                                     normal_text(part["cssSelector"].string().substr(0, 100)));
    }
  }

  void read_metas() {
    constexpr std::string_view kTier = "article:content_tier";
    const std::string_view tier = meta_content(facts_.document, kTier);
    if (tier == "free") add(Access::kFree, "article:content_tier: free");
    if (tier == "locked" || tier == "metered") {
      add(Access::kDeclaredPaid, "article:content_tier: " + std::string(tier));
    }
  }

  std::size_t words_shown() const {
    std::size_t words = 0;
    const std::size_t count = std::min(facts_.document.blocks.size(), facts_.decisions.size());
    for (std::size_t i = 0; i < count; ++i) {
      if (judge::is_in_text(facts_.decisions[i])) words += facts_.document.blocks[i].words;
    }
    return words;
  }

  // A page that says its text costs, shows little of it, and asks for a subscription right behind.
  void read_end_of_text() {
    constexpr std::size_t kLittle = 250;
    constexpr std::uint32_t kBehind = 4;
    if (access_.value != Access::kDeclaredPaid || words_shown() > kLittle) return;
    const std::size_t count = facts_.decisions.size();
    const std::uint32_t end = facts_.place.end_body;
    for (std::size_t i = end; i < std::min<std::size_t>(end + kBehind, count); ++i) {
      if (facts_.decisions[i].label != Label::kSubscription) continue;
      return add(Access::kTruncated, "text: a request to subscribe ends it");
    }
  }

  void read_declared_length() {
    constexpr double kMuchMore = 1.6;
    constexpr std::size_t kMoreWords = 120;
    if (access_.value != Access::kDeclaredPaid) return;
    const auto shown = static_cast<double>(words_shown());
    const auto much_more = [&](double declared) {
      return declared > kMuchMore * shown && declared > shown + kMoreWords;
    };
    const std::optional<double> count = facts_.json_ld.value("wordCount").number();
    if (count && much_more(*count)) {
      add(Access::kTruncated, "json-ld: wordCount is more than is shown");
    }
    const std::size_t body = base::count_words(facts_.json_ld.value("articleBody").string());
    if (much_more(static_cast<double>(body))) {
      add(Access::kTruncated, "json-ld: articleBody is longer than what is shown");
    }
  }

  const Facts& facts_;
  AccessField access_;
};

}  // namespace

AccessField resolve_access(const Facts& facts) { return Evidence(facts).weigh(); }

}  // namespace thresh::metadata
