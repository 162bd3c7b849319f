#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <memory>
#include <string>

#include "read_output.hpp"

namespace thresh::test {
namespace {

using Tree = std::unique_ptr<cmark_node, decltype(&cmark_node_free)>;

std::string_view type_of(cmark_node* node) { return cmark_node_get_type_string(node); }

std::string_view view(const char* text) { return text != nullptr ? text : ""; }

Tree parse(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
      cmark_parser_new(CMARK_OPT_DEFAULT), cmark_parser_free);
  for (const char* name : {"table", "autolink", "strikethrough", "tasklist"}) {
    cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
  }
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  return {cmark_parser_finish(parser.get()), cmark_node_free};
}

std::string plain_text_in(cmark_node* node) {
  std::string out(view(cmark_node_get_literal(node)));
  for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
       child = cmark_node_next(child)) {
    out += plain_text_in(child);
  }
  return out;
}

class Reader {
 public:
  Outline read(cmark_node* document) {
    for (cmark_node* child = cmark_node_first_child(document); child != nullptr;
         child = cmark_node_next(child)) {
      read_block(child, {});
    }
    return std::move(outline_);
  }

 private:
  // Where a block stands; the writers bound how deep that can be.
  struct Place {
    int quote_depth = 0;
    int list_depth = 0;
    int number = 0;
  };

  void read_block(cmark_node* node, Place place) {
    const std::string_view type = type_of(node);
    if (type == "block_quote") {
      ++place.quote_depth;
      read_children(node, place);
    } else if (type == "list") {
      read_list(node, place);
    } else if (type == "paragraph") {
      read_paragraph(node, place);
    } else if (type == "thematic_break") {
      outline_.begin_comments();
    } else {
      Unit unit = unit_at(std::string(type), place);
      unit.level = cmark_node_get_heading_level(node);
      if (type == "heading") set_text(unit, inline_text(node, true));
      if (type == "code_block") read_code(node, unit);
      if (type == "table") read_table(node, unit);
      outline_.add(unit);
    }
  }

  void read_children(cmark_node* node, const Place& place) {
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child)) {
      read_block(child, place);
    }
  }

  void read_list(cmark_node* list, Place place) {
    const bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    place.number = ordered ? cmark_node_get_list_start(list) : 0;
    ++place.list_depth;
    for (cmark_node* item = cmark_node_first_child(list); item != nullptr;
         item = cmark_node_next(item)) {
      if (type_of(item) != "item") outline_.units.push_back(std::string(type_of(item)));
      read_children(item, place);
      if (ordered) ++place.number;
    }
  }

  void read_paragraph(cmark_node* node, const Place& place) {
    cmark_node* first = cmark_node_first_child(node);
    if (first != nullptr && cmark_node_get_type(first) == CMARK_NODE_IMAGE) {
      return read_figure(node);
    }
    Unit unit = unit_at(place.list_depth > 0 ? "item" : "paragraph", place);
    unit.level = place.list_depth;
    unit.continues = place.list_depth > 0 && cmark_node_previous(node) != nullptr;
    set_text(unit, inline_text(node, false));
    outline_.add(unit);
  }

  // Images, then their captions, a line each.
  void read_figure(cmark_node* paragraph) {
    StyledText caption;
    for (cmark_node* child = cmark_node_first_child(paragraph); child != nullptr;
         child = cmark_node_next(child)) {
      if (cmark_node_get_type(child) == CMARK_NODE_IMAGE) {
        outline_.images.push_back(std::string(view(cmark_node_get_url(child))) + " " +
                                  inline_text(child, true).marked());
      } else {
        append_inline(caption, child);
      }
    }
    std::string_view rest = caption.marked();
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      outline_.captions.emplace_back(line);
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
  }

  static void read_code(cmark_node* node, Unit& unit) {
    unit.kind = "code";
    unit.language = view(cmark_node_get_fence_info(node));
    unit.text = unit.plain = view(cmark_node_get_literal(node));
  }

  static void read_table(cmark_node* table, Unit& unit) {
    Rows rows;
    for (cmark_node* row = cmark_node_first_child(table); row != nullptr;
         row = cmark_node_next(row)) {
      rows.emplace_back();
      for (cmark_node* cell = cmark_node_first_child(row); cell != nullptr;
           cell = cmark_node_next(cell)) {
        rows.back().push_back(inline_text(cell, true));
      }
    }
    unit.header = true;
    set_rows(unit, std::move(rows));
  }

  static Unit unit_at(std::string kind, const Place& place) {
    Unit unit;
    unit.kind = std::move(kind);
    unit.quote_depth = place.quote_depth;
    unit.number = place.number;
    return unit;
  }

  static StyledText inline_text(cmark_node* node, bool one_line) {
    StyledText text(one_line);
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child)) {
      append_inline(text, child);
    }
    return text;
  }

  static void append_inline(StyledText& text, cmark_node* node, std::string_view href = {}) {
    const std::string_view type = type_of(node);
    const std::string_view literal = view(cmark_node_get_literal(node));
    if (type == "text" || type == "code") return text.append(literal, href, type == "code");
    if (type == "linebreak") return text.append("\n");
    if (type != "link") return text.append("(unexpected " + std::string(type) + ")");
    const std::string_view target = view(cmark_node_get_url(node));
    if (!says_nothing(target, plain_text_in(node))) href = target;
    for (cmark_node* child = cmark_node_first_child(node); child != nullptr;
         child = cmark_node_next(child)) {
      append_inline(text, child, href);
    }
  }

  Outline outline_;
};

}  // namespace

Outline read_markdown(std::string_view markdown) {
  const Tree tree = parse(markdown);
  return Reader().read(tree.get());
}

}  // namespace thresh::test
