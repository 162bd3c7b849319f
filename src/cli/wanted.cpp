#include "cli/wanted.hpp"

#include <algorithm>
#include <string_view>

namespace thresh::cli {
namespace {

// "pt-BR" is wanted if "pt" or "pt-BR" is.
bool is_language(std::string_view tag, std::string_view wanted) {
  return tag == wanted || (tag.starts_with(wanted) && tag[wanted.size()] == '-');
}

}  // namespace

std::string unwanted(const Article& article, const Args& args) {
  const Metadata& metadata = article.metadata;
  if (args.only_with_metadata) {
    if (metadata.title.value.empty()) return "it has no title";
    if (metadata.published.value.empty()) return "it has no date";
    if (article.url.empty()) return "it has no URL";
  }
  if (args.target_languages.empty()) return {};
  const std::string& language = metadata.language.value;
  const bool wanted =
      std::any_of(args.target_languages.begin(), args.target_languages.end(),
                  [&](const std::string& target) { return is_language(language, target); });
  if (wanted) return {};
  return language.empty() ? "its language is not known" : "its language is " + language;
}

}  // namespace thresh::cli
