#include "page/dom.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <string>

#include "base/ascii.hpp"

namespace thresh::page {
namespace {

// --- Gumbo under a budget and a deadline ---------------------------------------------------------

// Gumbo has no limits of its own and cannot be told that memory is out, but it asks for memory
// through a hook: the hook leaves the parser by longjmp. That is safe because only C frames lie
// between run_gumbo() and the hook, and all that they hold lives in the arena.
struct GumboRun {
  base::Arena& arena;
  const base::Deadline& deadline;
  unsigned allocations = 0;
  ErrorCode failure = ErrorCode::kTooComplex;
  std::jmp_buf give_up;
};

constexpr unsigned kAllocationsBetweenClockReads = 1024;

extern "C" void* allocate_for_gumbo(void* userdata, std::size_t size) {
  GumboRun& run = *static_cast<GumboRun*>(userdata);
  if (++run.allocations % kAllocationsBetweenClockReads == 0 && run.deadline.passed()) {
    run.failure = ErrorCode::kTimeout;
    std::longjmp(run.give_up, 1);
  }
  void* memory = run.arena.allocate(size);
  if (!memory) std::longjmp(run.give_up, 1);
  return memory;
}

extern "C" void free_for_gumbo(void*, void*) {}

// nullptr if it gave up; then run.failure says why. The output is never destroyed
// (gumbo_destroy_output recurses on depth): it goes with the arena.
const GumboOutput* run_gumbo(GumboRun& run, std::string_view markup, int max_errors) {
  GumboOptions options = kGumboDefaultOptions;
  options.allocator = allocate_for_gumbo;
  options.deallocator = free_for_gumbo;
  options.userdata = &run;
  options.max_errors = max_errors;
  if (setjmp(run.give_up) != 0) return nullptr;
  return gumbo_parse_with_options(&options, markup.data(), markup.size());
}

Error parse_error(ErrorCode code) {
  return {code, "parse",
          code == ErrorCode::kTimeout ? "page took too long" : "page is too complex to parse"};
}

// --- Gumbo's tree to Dom -------------------------------------------------------------------------

using TagTable = std::array<Tag, GUMBO_TAG_LAST + 1>;

TagTable make_tag_table() {
  TagTable table;
  table.fill(Tag::kUnknown);
  for (int tag = 0; tag < GUMBO_TAG_UNKNOWN; ++tag) {
    table[tag] = tag_from_name(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
  }
  return table;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

bool is_json_ld(std::string_view script_type) {
  return base::lower(script_type).find("ld+json") != std::string::npos;
}

class Converter {
 public:
  Converter(std::string_view page, base::Arena& arena) : page_(page), arena_(arena) {}

  // The tree under `root`, in document order, without recursion.
  Dom convert(const GumboNode& root) {
    open(root, kNoNode);
    while (!open_.empty()) {
      Open& current = open_.back();
      if (current.next_child == current.children->length) {
        dom_.nodes[current.index].end = static_cast<std::uint32_t>(dom_.nodes.size());
        open_.pop_back();
        continue;
      }
      const auto* child =
          static_cast<const GumboNode*>(current.children->data[current.next_child++]);
      if (is_element(*child)) {
        open(*child, current.index);
      } else if (is_text(*child)) {
        add_text(child->v.text, current.index);
      }
    }
    return std::move(dom_);
  }

 private:
  struct Open {
    std::uint32_t index;
    const GumboVector* children;
    unsigned next_child;
  };

  void open(const GumboNode& node, std::uint32_t parent) {
    const GumboElement& element = node.v.element;
    const auto index = static_cast<std::uint32_t>(dom_.nodes.size());
    DomNode& added = dom_.nodes.emplace_back();
    added.tag = tags_[element.tag];
    added.foreign = element.tag_namespace != GUMBO_NAMESPACE_HTML;
    added.parent = parent;
    if (added.tag == Tag::kUnknown) added.text = name_of(element);
    set_source(added, element.original_tag);
    add_attributes(added, element.attributes);
    open_.push_back({index, children_of(added, element), 0});
  }

  const GumboVector* children_of(const DomNode& node, const GumboElement& element) const {
    static constexpr GumboVector kNone = {nullptr, 0, 0};
    if (node.tag == Tag::kStyle) return &kNone;
    if (node.tag != Tag::kScript) return &element.children;
    const DomAttribute* type = dom_.attribute(node, Attribute::kType);
    return type && is_json_ld(type->value) ? &element.children : &kNone;
  }

  void add_attributes(DomNode& node, const GumboVector& attributes) {
    node.first_attribute = static_cast<std::uint32_t>(dom_.attributes.size());
    for (unsigned i = 0; i < attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
      if (attribute->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE) continue;
      const Attribute name = attribute_from_name(attribute->name);
      if (name == Attribute::kCount) continue;
      dom_.attributes.push_back({name, false, attribute->value});
      ++node.attribute_count;
    }
  }

  void add_text(const GumboText& text, std::uint32_t parent) {
    DomNode& added = dom_.nodes.emplace_back();
    added.parent = parent;
    added.end = static_cast<std::uint32_t>(dom_.nodes.size());
    added.text = text.text;
    set_source(added, text.original_text);
  }

  void set_source(DomNode& node, const GumboStringPiece& source) const {
    if (source.length == 0) return;
    node.source_begin = static_cast<std::uint32_t>(source.data - page_.data());
    node.source_end = static_cast<std::uint32_t>(node.source_begin + source.length);
  }

  // Lower case. Gumbo has no name for an unknown element but the text of its start tag.
  std::string_view name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    std::string_view tag(element.original_tag.data, element.original_tag.length);
    while (tag.starts_with("</>")) tag.remove_prefix(3);  // an empty end tag before it sticks to it
    tag.remove_prefix(std::min(tag.size(), std::size_t{1}));
    tag = tag.substr(0, tag.find_first_of(" \t\n\f\r/>"));
    char* name = static_cast<char*>(arena_.allocate(tag.size()));
    if (!name) return {};
    std::transform(tag.begin(), tag.end(), name, [](char c) { return base::lower(c); });
    return {name, tag.size()};
  }

  const TagTable tags_ = make_tag_table();
  std::string_view page_;
  base::Arena& arena_;
  Dom dom_;
  std::vector<Open> open_;
};

// --- the page itself, when the pre-pass gives up -------------------------------------------------

// Without a limit on errors: with one, Gumbo 0.10.1 garbles the attribute after a duplicate.
// The arena's budget bounds what the errors take.
constexpr int kNoErrorLimit = -1;

Result<Dom> parse_whole_page(std::string_view text, GumboRun& run) {
  const GumboOutput* output = run_gumbo(run, text, kNoErrorLimit);
  if (!output) return parse_error(run.failure);
  Dom dom = Converter(text, run.arena).convert(*output->root);
  dom.whole_page = true;
  return dom;
}

}  // namespace

Result<Dom> parse(std::string_view text, base::Arena& arena, const base::Deadline& deadline) {
  GumboRun run{arena, deadline, 0, ErrorCode::kTooComplex, {}};
  return parse_whole_page(text, run);
}

}  // namespace thresh::page
