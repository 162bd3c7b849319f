#include <gumbo.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <memory>
#include <string>

#include "read_output.hpp"

namespace thresh::test {
namespace {

// All that the HTML may hold, as "element" and "element attribute".
constexpr std::string_view kAllowed[] = {
    "article",    "p",          "h1",         "h2",
    "h3",         "h4",         "h5",         "h6",
    "ul",         "ol",         "li",         "table",
    "tr",         "th",         "td",         "pre",
    "code",       "blockquote", "thead",      "tbody",
    "a",          "br",         "img",        "figure",
    "figcaption", "ol start",   "code class", "a href",
    "img src",    "img alt",    "section",    "section class",
};

bool is_allowed(std::string_view what) {
  return std::find(std::begin(kAllowed), std::end(kAllowed), what) != std::end(kAllowed);
}

bool is_allowed_url(std::string_view url) {
  const std::string_view head = url.substr(0, url.find_first_of("/?#"));
  return head == "http:" || head == "https:" || url.substr(0, 7) == "mailto:" ||
         head.find(':') == std::string_view::npos;
}

std::string_view attribute(const GumboElement& element, const char* name) {
  const GumboAttribute* found = gumbo_get_attribute(&element.attributes, name);
  return found != nullptr ? found->value : "";
}

std::string_view tag_of(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT ? gumbo_normalized_tagname(node.v.element.tag) : "";
}

class Reader {
 public:
  Outline read(const GumboNode& root) {
    for_each_child(root, [&](const GumboNode& child) { find_article(child); });
    return std::move(outline_);
  }

 private:
  struct Place {
    int quote_depth = 0;
    int list_depth = 0;
    int number = 0;
    bool item_has_content = false;
  };

  template <class Use>
  static void for_each_child(const GumboNode& node, Use use) {
    if (node.type != GUMBO_NODE_ELEMENT) return;
    const GumboVector& children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      use(*static_cast<const GumboNode*>(children.data[i]));
    }
  }

  static bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE;
  }

  static bool is_inline(const GumboNode& node) {
    if (is_text(node)) return true;
    const std::string_view tag = tag_of(node);
    return tag == "a" || tag == "code" || tag == "br";
  }

  void fault(std::string_view what, std::string_view where) {
    outline_.units.push_back("not allowed: " + std::string(what) + " " + std::string(where));
  }

  void find_article(const GumboNode& node) {
    if (is_text(node)) return;
    const std::string_view tag = tag_of(node);
    if (tag == "head") return;
    if (tag == "section" && attribute(node.v.element, "class") == "comments") {
      outline_.begin_comments();
    } else if (tag != "body" && tag != "article") {
      fault("outside of <article>", tag);
    }
    Place place;
    for_each_child(node, [&](const GumboNode& child) {
      if (tag == "body") return find_article(child);
      read_block(child, place);
    });
  }

  void check_allowed(const GumboNode& node) {
    if (node.type != GUMBO_NODE_ELEMENT) return fault("node", std::to_string(node.type));
    const std::string tag(tag_of(node));
    if (!is_allowed(tag)) fault("element", tag);
    const GumboVector& attributes = node.v.element.attributes;
    for (unsigned i = 0; i < attributes.length; ++i) {
      const auto& found = *static_cast<const GumboAttribute*>(attributes.data[i]);
      if (!is_allowed(tag + " " + found.name)) fault("attribute", found.name);
      const std::string_view name = found.name;
      if ((name == "href" || name == "src") && !is_allowed_url(found.value)) {
        fault("scheme", found.value);
      }
    }
  }

  void read_block(const GumboNode& node, Place& place) {
    if (is_text(node)) {
      StyledText text;
      text.append(node.v.text.text);
      if (!text.marked().empty()) fault("text between blocks", text.marked());
      return;
    }
    check_allowed(node);
    const std::string_view tag = tag_of(node);
    if (tag == "blockquote") return read_quote(node, place);
    if (tag == "ul" || tag == "ol") return read_list(node, place);
    if (tag == "figure") return read_figure(node);
    if (tag == "p") return add_text(inline_text(node, false), place);
    Unit unit = unit_at(std::string(tag), place);
    if (tag.size() == 2 && tag[0] == 'h') {
      unit.kind = "heading";
      unit.level = tag[1] - '0';
      set_text(unit, inline_text(node, true));
    } else if (tag == "pre") {
      read_code(node, unit);
    } else if (tag == "table") {
      read_table(node, unit);
    }
    outline_.add(unit);
  }

  void read_quote(const GumboNode& node, Place place) {
    ++place.quote_depth;
    for_each_child(node, [&](const GumboNode& child) { read_block(child, place); });
  }

  void read_list(const GumboNode& list, Place place) {
    const bool ordered = tag_of(list) == "ol";
    const std::string start(attribute(list.v.element, "start"));
    ++place.list_depth;
    place.number = !ordered ? 0 : start.empty() ? 1 : std::atoi(start.c_str());
    for_each_child(list, [&](const GumboNode& item) {
      if (is_text(item)) return;
      check_allowed(item);
      if (tag_of(item) != "li") fault("in a list", tag_of(item));
      read_item(item, place);
      if (ordered) ++place.number;
    });
  }

  void read_item(const GumboNode& item, Place place) {
    place.item_has_content = false;
    StyledText text;
    for_each_child(item, [&](const GumboNode& child) {
      if (is_inline(child)) return append_inline(text, child);
      add_text(text, place);
      text = StyledText();
      read_block(child, place);
      place.item_has_content = true;
    });
    add_text(text, place);
  }

  void add_text(const StyledText& text, Place& place) {
    if (text.plain().empty()) return;
    Unit unit = unit_at(place.list_depth > 0 ? "item" : "paragraph", place);
    unit.level = place.list_depth;
    unit.continues = place.item_has_content;
    set_text(unit, text);
    place.item_has_content = place.list_depth > 0;
    outline_.add(unit);
  }

  void read_figure(const GumboNode& figure) {
    for_each_child(figure, [&](const GumboNode& child) {
      if (is_text(child)) return;
      check_allowed(child);
      if (tag_of(child) == "img") {
        StyledText alt(true);
        alt.append(attribute(child.v.element, "alt"));
        outline_.images.push_back(std::string(attribute(child.v.element, "src")) + " " +
                                  alt.marked());
      } else if (tag_of(child) == "figcaption") {
        std::string text = inline_text(child, false).marked() + "\n";
        for (std::size_t at = 0, end; (end = text.find('\n', at)) != text.npos; at = end + 1) {
          outline_.captions.push_back(text.substr(at, end - at));
        }
      } else {
        fault("in a figure", tag_of(child));
      }
    });
  }

  void read_code(const GumboNode& pre, Unit& unit) {
    unit.kind = "code";
    for_each_child(pre, [&](const GumboNode& child) {
      if (is_text(child)) return fault("in <pre>", child.v.text.text);
      check_allowed(child);
      const std::string_view name = attribute(child.v.element, "class");
      if (!name.empty()) unit.language = name.substr(std::string_view("language-").size());
      for_each_child(child, [&](const GumboNode& text) { unit.text += text.v.text.text; });
    });
    unit.text = unit.plain = normal_code(unit.text);
  }

  void read_table(const GumboNode& table, Unit& unit) {
    unit.kind = "table";
    Rows rows;
    for_each_child(table, [&](const GumboNode& part) {
      if (is_text(part)) return;
      check_allowed(part);
      if (tag_of(part) == "thead") unit.header = true;
      for_each_child(part, [&](const GumboNode& row) {
        if (!is_text(row)) read_row(row, tag_of(part) == "thead" ? "th" : "td", rows);
      });
    });
    set_rows(unit, std::move(rows));
  }

  void read_row(const GumboNode& row, std::string_view cell_tag, Rows& rows) {
    check_allowed(row);
    rows.emplace_back();
    for_each_child(row, [&](const GumboNode& cell) {
      if (tag_of(cell) != cell_tag) fault("in a row", tag_of(cell));
      rows.back().push_back(inline_text(cell, true));
    });
  }

  static Unit unit_at(std::string kind, const Place& place) {
    Unit unit;
    unit.kind = std::move(kind);
    unit.quote_depth = place.quote_depth;
    unit.number = place.number;
    return unit;
  }

  StyledText inline_text(const GumboNode& node, bool one_line) {
    StyledText text(one_line);
    for_each_child(node, [&](const GumboNode& child) { append_inline(text, child); });
    return text;
  }

  void append_inline(StyledText& text, const GumboNode& node, std::string_view href = {},
                     bool code = false) {
    if (is_text(node)) return text.append(node.v.text.text, href, code);
    check_allowed(node);
    const std::string_view tag = tag_of(node);
    if (tag == "br") text.append("\n");
    if (tag == "a") {
      const std::string_view target = attribute(node.v.element, "href");
      if (!says_nothing(target, plain_text_in(node))) href = target;
    }
    if (!is_inline(node)) fault("in text", tag);
    for_each_child(node, [&](const GumboNode& child) {
      append_inline(text, child, href, code || tag == "code");
    });
  }

  static std::string plain_text_in(const GumboNode& node) {
    std::string out;
    for_each_child(node, [&](const GumboNode& child) {
      out += is_text(child) ? child.v.text.text : plain_text_in(child);
    });
    return out;
  }

  Outline outline_;
};

}  // namespace

Outline read_html(std::string_view html) {
  const auto destroy = [](GumboOutput* output) {
    gumbo_destroy_output(&kGumboDefaultOptions, output);
  };
  const std::unique_ptr<GumboOutput, decltype(destroy)> output(
      gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size()), destroy);
  return Reader().read(*output->root);
}

}  // namespace thresh::test
