#include "page/head_facts.hpp"

#include "base/ascii.hpp"

namespace thresh::page {

void HeadFacts::read_html(const DomNode& html) {
  document_.language = strings_.add(dom_.attribute(html, Attribute::kLang));
}

void HeadFacts::read_title(std::uint32_t title) {
  if (document_.title.empty()) document_.title = strings_.add_text_of(dom_, title, true);
}

void HeadFacts::read_base(const DomNode& base) {
  if (document_.base_href.empty()) {
    document_.base_href = strings_.add(dom_.attribute(base, Attribute::kHref));
  }
}

void HeadFacts::read_link(const DomNode& link) {
  const DomAttribute* href = dom_.attribute(link, Attribute::kHref);
  if (href == nullptr) return;
  document_.link_elements.push_back({strings_.add_lower(dom_.attribute(link, Attribute::kRel)),
                                     strings_.add(href),
                                     strings_.add(dom_.attribute(link, Attribute::kType)),
                                     strings_.add(dom_.attribute(link, Attribute::kHreflang))});
}

void HeadFacts::read_script(std::uint32_t script) {
  const DomAttribute* type = dom_.attribute(dom_.nodes[script], Attribute::kType);
  if (type == nullptr || base::lower(type->value).find("ld+json") == std::string::npos) {
    ++document_.scripts;
    return;
  }
  const Slice text = strings_.add_text_of(dom_, script, false);
  if (!text.empty()) document_.json_ld.push_back(text);
}

void HeadFacts::read_meta(const DomNode& element) {
  const DomAttribute* value = dom_.attribute(element, Attribute::kContent);
  if (value == nullptr) return;
  Slice content;
  for (const Attribute key :
       {Attribute::kName, Attribute::kProperty, Attribute::kItemprop, Attribute::kHttpEquiv}) {
    const DomAttribute* name = dom_.attribute(element, key);
    if (name == nullptr) continue;
    if (content.empty()) content = strings_.add_collapsed(value);
    document_.metas.push_back({strings_.add_lower(name), content, key});
  }
}

std::string_view saved_from(std::string_view page) {
  constexpr std::size_t kTop = 4096;
  constexpr std::string_view kBrowser = "saved from url=(";
  constexpr std::string_view kSingleFile = "Page saved with SingleFile";
  constexpr std::string_view kSingleFileUrl = "url:";
  page = page.substr(0, kTop);
  for (std::size_t at = page.find("<!--"); at < page.size(); at = page.find("<!--", at + 4)) {
    std::string_view comment = page.substr(at + 4);
    comment = base::trim(comment.substr(0, comment.find("-->")));
    if (comment.starts_with(kBrowser)) {
      comment.remove_prefix(std::min(comment.find(')'), comment.size() - 1) + 1);
    } else if (comment.starts_with(kSingleFile)) {
      comment = comment.substr(std::min(comment.find(kSingleFileUrl), comment.size()));
      comment.remove_prefix(std::min(kSingleFileUrl.size(), comment.size()));
    } else {
      continue;
    }
    comment = base::trim(comment);
    return comment.substr(0, comment.find_first_of(" \t\r\n"));
  }
  return {};
}

}  // namespace thresh::page
