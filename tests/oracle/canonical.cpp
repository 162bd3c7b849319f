#include "oracle/canonical.hpp"

#include <gumbo.h>

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "page/clean.hpp"

namespace thresh::oracle {
namespace {

using page::Attribute;
using page::Context;
using page::Tag;

constexpr std::string_view kSpaces = " \t\n\f\r";

std::string collapsed(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool space = kSpaces.find(c) != std::string_view::npos;
    if (!space) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

// Without characters that HTML forbids: Gumbo replaces them, append_clean() drops most of them.
std::string clean(std::string_view raw, Context context) {
  std::string all, allowed;
  page::append_clean(all, raw, context);
  for (std::size_t at = 0; at < all.size();) {
    const char32_t c = base::next_code_point(all, at);
    const bool forbidden =
        c == base::kReplacementCharacter || (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    if (!forbidden) base::append_code_point(allowed, c);
  }
  return allowed;
}

// Takes a tree in document order.
class Lines {
 public:
  using Attributes = std::map<std::string, std::string>;  // by name

  void element(std::size_t depth, std::string_view name, const Attributes& attributes) {
    flush();
    std::string line = std::to_string(depth).append(" <").append(name);
    for (const auto& [key, value] : attributes) {
      line.append(" ").append(key).append("=").append(collapsed(value));
    }
    tree_.lines.push_back(line + ">");
  }

  // Text that follows text of the same depth, with no element between, belongs to it.
  void text(std::size_t depth, std::string_view clean_text) {
    if (depth != pending_depth_) flush();
    pending_depth_ = depth;
    pending_ += clean_text;
    tree_.text += clean_text;
  }

  CanonicalTree finish() {
    flush();
    tree_.text = collapsed(tree_.text);
    return std::move(tree_);
  }

 private:
  void flush() {
    const std::string text = collapsed(pending_);
    if (!text.empty()) tree_.lines.push_back(std::to_string(pending_depth_) + " " + text);
    pending_.clear();
  }

  CanonicalTree tree_;
  std::string pending_;
  std::size_t pending_depth_ = 0;
};

// --- plain Gumbo ---------------------------------------------------------------------------------

bool is_known(std::string_view attribute) {
  static constexpr std::string_view kNames[] = {
#define THRESH_ATTRIBUTE(enumerator, name) name,
#include "page/attributes.inc"
#undef THRESH_ATTRIBUTE
  };
  return std::find(std::begin(kNames), std::end(kNames), attribute) != std::end(kNames);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

class GumboReader {
 public:
  explicit GumboReader(GumboBugs& bugs) : bugs_(bugs) {}

  CanonicalTree read(const GumboNode& root) {
    std::vector<Open> open;
    open.push_back(open_element(root, 0));
    while (!open.empty()) {
      Open& current = open.back();
      if (current.next == current.element->children.length) {
        open.pop_back();
        continue;
      }
      const auto& child = *static_cast<GumboNode*>(current.element->children.data[current.next++]);
      if (child.type == GUMBO_NODE_ELEMENT || child.type == GUMBO_NODE_TEMPLATE) {
        open.push_back(open_element(child, open.size()));
      } else if (child.type != GUMBO_NODE_COMMENT) {
        lines_.text(open.size(), clean(child.v.text.text, Context::kLiteral));
      }
    }
    return lines_.finish();
  }

 private:
  struct Open {
    const GumboElement* element;
    unsigned next;  // child
  };

  Open open_element(const GumboNode& node, std::size_t depth) {
    const GumboElement& element = node.v.element;
    Lines::Attributes attributes;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto& attribute = *static_cast<GumboAttribute*>(element.attributes.data[i]);
      if (attribute.attr_namespace != GUMBO_ATTR_NAMESPACE_NONE || !is_known(attribute.name)) {
        continue;
      }
      attributes.emplace(attribute.name, clean(attribute.value, Context::kLiteral));
    }
    lines_.element(depth, name_of(element), attributes);
    return {&element, is_left_out(element, attributes) ? element.children.length : 0};
  }

  std::string name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    std::string_view tag(element.original_tag.data, element.original_tag.length);
    if (tag.starts_with("</>")) ++bugs_.names;
    while (tag.starts_with("</>")) tag.remove_prefix(3);
    tag.remove_prefix(1);
    return lower(tag.substr(0, tag.find_first_of("/> \t\n\f\r")));
  }

  static bool is_left_out(const GumboElement& element, const Lines::Attributes& attributes) {
    if (element.tag_namespace == GUMBO_NAMESPACE_SVG) return true;
    switch (element.tag) {
      case GUMBO_TAG_STYLE:
      case GUMBO_TAG_IFRAME:
      case GUMBO_TAG_NOEMBED:
      case GUMBO_TAG_NOFRAMES:
        return true;
      case GUMBO_TAG_SCRIPT: {
        const auto type = attributes.find("type");
        return type == attributes.end() || lower(type->second).find("ld+json") == std::string::npos;
      }
      default:
        return false;
    }
  }

  GumboBugs& bugs_;
  Lines lines_;
};

}  // namespace

CanonicalTree canonical_by_gumbo(std::string_view page, GumboBugs& bugs) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  CanonicalTree tree = GumboReader(bugs).read(*output->root);
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return tree;
}

CanonicalTree canonical(const page::Dom& dom) {
  Lines lines;
  std::vector<std::size_t> depths(dom.nodes.size());
  for (std::uint32_t i = 0; i < dom.nodes.size(); ++i) {
    const page::DomNode& node = dom.nodes[i];
    depths[i] = node.parent == page::kNoNode ? 0 : depths[node.parent] + 1;
    if (node.tag == Tag::kText) {
      lines.text(depths[i], clean(node.text, node.raw ? Context::kText : Context::kLiteral));
      continue;
    }
    Lines::Attributes attributes;
    for (std::uint32_t a = 0; a < node.attribute_count; ++a) {
      const page::DomAttribute& attribute = dom.attributes[node.first_attribute + a];
      attributes.emplace(
          page::attribute_name(attribute.name),
          clean(attribute.value, attribute.raw ? Context::kAttribute : Context::kLiteral));
    }
    lines.element(depths[i], node.tag == Tag::kUnknown ? node.text : page::tag_name(node.tag),
                  attributes);
  }
  return lines.finish();
}

std::string first_difference(const CanonicalTree& a, const CanonicalTree& b) {
  const auto [x, y] = std::mismatch(a.lines.begin(), a.lines.end(), b.lines.begin(), b.lines.end());
  const std::string in_a = x == a.lines.end() ? "(end)" : *x;
  const std::string in_b = y == b.lines.end() ? "(end)" : *y;
  if (x != a.lines.end() || y != b.lines.end()) return in_a + "\n" + in_b;
  return a.text == b.text ? "" : a.text + "\n" + b.text;
}

}  // namespace thresh::oracle
