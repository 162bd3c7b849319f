#include "page/dom.hpp"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <csetjmp>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/ascii.hpp"
#include "page/repaired_text.hpp"
#include "page/skeleton.hpp"

namespace thresh::page {
namespace {

// --- Gumbo under a budget and a deadline ---------------------------------------------------------

// Gumbo has no limits of its own and cannot be told that memory is out, but it asks for memory
// through a hook: the hook leaves the parser by longjmp. That is safe because only C frames lie
// between run_gumbo() and the hook, and all that they hold lives in the arena.
struct GumboRun {
  GumboRun(base::Arena& tree_arena, const base::Deadline& page_deadline)
      : arena(tree_arena), deadline(page_deadline) {}

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

const TagTable& tag_table() {
  static const TagTable table = [] {
    TagTable tags;
    tags.fill(Tag::kUnknown);
    for (int tag = 0; tag < GUMBO_TAG_UNKNOWN; ++tag) {
      tags[tag] = tag_from_name(gumbo_normalized_tagname(static_cast<GumboTag>(tag)));
    }
    return tags;
  }();
  return table;
}

bool is_element(const GumboNode& node) {
  return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE;
}

bool is_text(const GumboNode& node) {
  return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_WHITESPACE ||
         node.type == GUMBO_NODE_CDATA;
}

// Walks Gumbo's tree in document order, without recursion. What stands in the nodes is for the two
// kinds of it to say.
class Converter {
 public:
  Converter(std::string_view page, base::Arena& arena) : page_(page), arena_(arena) {}
  virtual ~Converter() = default;

  Dom convert(const GumboNode& root) {
    open(root, kNoNode);
    while (!open_.empty()) {
      Open& current = open_.back();
      if (current.next_child == current.children->length) {
        dom_.nodes[current.index].end = node_count();
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

 protected:
  // Fills in source, attributes and the name of an unknown element.
  virtual void describe(DomNode& node, const GumboElement& element) = 0;
  virtual bool has_content(const DomNode& node) const = 0;
  virtual void add_text(const GumboText& text, std::uint32_t parent) = 0;

  std::uint32_t node_count() const { return static_cast<std::uint32_t>(dom_.nodes.size()); }

  DomNode& add_text_node(std::string_view text, std::uint32_t parent) {
    DomNode& added = dom_.nodes.emplace_back();
    added.parent = parent;
    added.end = node_count();
    added.text = text;
    return added;
  }

  // The name in a start tag, in lower case.
  std::string_view name_in(std::string_view tag) {
    tag.remove_prefix(std::min(tag.size(), std::size_t{1}));
    tag = tag.substr(0, tag.find_first_of(" \t\n\f\r/>"));
    const auto is_upper = [](char c) { return c != base::lower(c); };
    if (std::none_of(tag.begin(), tag.end(), is_upper)) return tag;
    char* name = static_cast<char*>(arena_.allocate(tag.size()));
    if (!name) return {};
    std::transform(tag.begin(), tag.end(), name, [](char c) { return base::lower(c); });
    return {name, tag.size()};
  }

  // What the two kinds of converter fill in.
  // NOLINTBEGIN(misc-non-private-member-variables-in-classes)
  std::string_view page_;
  base::Arena& arena_;
  Dom dom_;
  // NOLINTEND(misc-non-private-member-variables-in-classes)

 private:
  struct Open {
    std::uint32_t index;
    const GumboVector* children;
    unsigned next_child;
  };

  void open(const GumboNode& node, std::uint32_t parent) {
    static constexpr GumboVector kNone = {nullptr, 0, 0};
    const GumboElement& element = node.v.element;
    const std::uint32_t index = node_count();
    DomNode& added = dom_.nodes.emplace_back();
    added.tag = tag_table()[element.tag];
    added.foreign = element.tag_namespace != GUMBO_NAMESPACE_HTML;
    added.parent = parent;
    if (added.tag == Tag::kUnknown) added.text = gumbo_normalized_tagname(element.tag);
    describe(added, element);
    if (added.tag == Tag::kUnknown) added.tag = tag_from_name(added.text);  // newer than Gumbo
    open_.push_back({index, has_content(added) ? &element.children : &kNone, 0});
  }

  std::vector<Open> open_;
};

// --- the skeleton --------------------------------------------------------------------------------

// Finds the place at `offset`; nullptr if there is none. Gumbo's tree is in the page's order but
// for misnested tags, so it is nearly always the place behind the last.
const SkeletonPlace* find_place(const std::vector<SkeletonPlace>& places, std::size_t& next,
                                std::size_t offset) {
  if (next >= places.size() || places[next].offset != offset) {
    const auto before = [](const SkeletonPlace& place, std::size_t wanted) {
      return place.offset < wanted;
    };
    next = std::lower_bound(places.begin(), places.end(), offset, before) - places.begin();
    if (next == places.size() || places[next].offset != offset) return nullptr;
  }
  return &places[next++];
}

class SkeletonConverter : public Converter {
 public:
  SkeletonConverter(std::string_view page, base::Arena& arena, Skeleton& skeleton)
      : Converter(page, arena), skeleton_(skeleton) {
    dom_.attributes = std::move(skeleton.attributes);
    dom_.has_cut = skeleton.has_cut;
    dom_.nodes.reserve(skeleton.nodes.size() + 8);
  }

 private:
  void describe(DomNode& node, const GumboElement& element) override {
    if (element.original_tag.length > 0) describe_from_tag(node, element);
    if (node.tag == Tag::kHtml || node.tag == Tag::kBody) take_root_attributes(node, element);
  }

  void describe_from_tag(DomNode& node, const GumboElement& element) {
    const SkeletonPlace* place =
        find_place(skeleton_.tags, next_tag_, offset_of(element.original_tag));
    if (!place) return;
    const DomNode& source = skeleton_.nodes[place->node];
    node.source_begin = source.source_begin;
    node.source_end = source.source_end;
    node.first_attribute = source.first_attribute;
    node.attribute_count = source.attribute_count;
    if (element.tag == GUMBO_TAG_UNKNOWN) node.text = name_on_page(node);
  }

  std::string_view name_on_page(const DomNode& element) {
    return name_in(page_.substr(element.source_begin, element.source_end - element.source_begin));
  }

  // Of all html or body tags: the value of each says where it lies.
  void take_root_attributes(DomNode& node, const GumboElement& element) {
    node.first_attribute = static_cast<std::uint32_t>(dom_.attributes.size());
    node.attribute_count = 0;
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      const std::size_t index = std::strtoul(attribute->value, nullptr, 10);
      dom_.attributes.push_back(dom_.attributes.at(index));
      ++node.attribute_count;
    }
  }

  bool has_content(const DomNode&) const override { return true; }

  // Each of its characters is a mark.
  void add_text(const GumboText& text, std::uint32_t parent) override {
    const SkeletonPlace* place =
        find_place(skeleton_.marks, next_mark_, offset_of(text.original_text));
    if (!place) return;
    const SkeletonPlace* end = skeleton_.marks.data() + skeleton_.marks.size();
    for (const char* mark = text.text; *mark != '\0' && place != end; ++mark, ++place) {
      add_marked(place->node, parent);
    }
    next_mark_ = place - skeleton_.marks.data();
  }

  // What a mark stands for: a run of text, or an element with all that is in it.
  void add_marked(std::uint32_t marked, std::uint32_t parent) {
    const std::uint32_t end = skeleton_.nodes[marked].end;
    const std::uint32_t shift = node_count() - marked;
    for (std::uint32_t i = marked; i < end; ++i) {
      DomNode& added = dom_.nodes.emplace_back(skeleton_.nodes[i]);
      added.end += shift;
      added.parent = i == marked ? parent : added.parent + shift;
      if (added.tag == Tag::kUnknown) added.text = name_on_page(added);
    }
  }

  std::size_t offset_of(const GumboStringPiece& piece) const {
    return static_cast<std::size_t>(piece.data - skeleton_.markup.data());
  }

  Skeleton& skeleton_;
  std::size_t next_tag_ = 0;
  std::size_t next_mark_ = 0;
};

// Without errors: each would cost a copy of the stack of open elements, and as the skeleton has no
// doubled attributes, Gumbo 0.10.1's trouble with those (see below) cannot come up. Gumbo's tree
// goes when its Dom is there, which has its texts from the page.
Result<Dom> parse_skeleton(std::string_view page, Skeleton& skeleton, base::Arena& arena,
                           const base::Deadline& deadline) {
  base::Arena tree_arena(arena.unused());
  GumboRun run(tree_arena, deadline);
  const GumboOutput* output = run_gumbo(run, skeleton.markup, 0);
  if (!output) return parse_error(run.failure);
  return SkeletonConverter(page, arena, skeleton).convert(*output->root);
}

// --- the page itself, when its skeleton is not sure to give the same tree ------------------------

// The element's text is nothing that anybody reads, or that its reader wants.
bool drops_content(const Dom& dom, const DomNode& node) {
  switch (node.tag) {
    case Tag::kStyle:
    case Tag::kIframe:
    case Tag::kNoembed:
    case Tag::kNoframes:
      return true;
    case Tag::kScript: {
      const DomAttribute* type = dom.attribute(node, Attribute::kType);
      return !type || !is_json_ld(type->value);
    }
    default:
      return false;
  }
}

class PageConverter : public Converter {
 public:
  PageConverter(const RepairedText& page, base::Arena& arena)
      : Converter(page.text(), arena), repaired_(page) {}

 private:
  void describe(DomNode& node, const GumboElement& element) override {
    set_source(node, element.original_tag);
    if (element.tag == GUMBO_TAG_UNKNOWN) {
      std::string_view tag(element.original_tag.data, element.original_tag.length);
      while (tag.starts_with("</>")) tag.remove_prefix(3);  // Gumbo takes it for a part of the tag
      node.text = name_in(tag);
    }
    node.first_attribute = static_cast<std::uint32_t>(dom_.attributes.size());
    for (unsigned i = 0; i < element.attributes.length; ++i) {
      const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
      if (attribute->attr_namespace != GUMBO_ATTR_NAMESPACE_NONE) continue;
      const Attribute name = attribute_from_name(attribute->name);
      if (name == Attribute::kCount) continue;
      dom_.attributes.push_back({name, false, attribute->value});
      ++node.attribute_count;
    }
  }

  bool has_content(const DomNode& node) const override { return !drops_content(dom_, node); }

  void add_text(const GumboText& text, std::uint32_t parent) override {
    set_source(add_text_node(text.text, parent), text.original_text);
  }

  void set_source(DomNode& node, const GumboStringPiece& source) const {
    if (source.length == 0) return;
    const auto begin = static_cast<std::size_t>(source.data - page_.data());
    node.source_begin = repaired_.source_offset(begin);
    node.source_end = repaired_.source_offset(begin + source.length);
  }

  const RepairedText& repaired_;
};

// Without a limit on errors: with one, Gumbo 0.10.1 garbles the attribute behind a doubled one. The
// arena's budget bounds what the errors take.
Result<Dom> parse_page(std::string_view page, base::Arena& arena, const base::Deadline& deadline) {
  constexpr int kNoLimit = -1;
  const std::optional<RepairedText> repaired = RepairedText::make(page, arena);
  if (!repaired) return parse_error(ErrorCode::kTooComplex);
  GumboRun run(arena, deadline);
  const GumboOutput* output = run_gumbo(run, repaired->text(), kNoLimit);
  if (!output) return parse_error(run.failure);
  Dom dom = PageConverter(*repaired, arena).convert(*output->root);
  dom.whole_page = true;
  return dom;
}

}  // namespace

Result<Dom> parse(std::string_view text, base::Arena& arena, const base::Deadline& deadline) {
  Outline outline = make_outline(text);
  switch (outline.verdict) {
    case Outline::kSure:
      return parse_skeleton(text, outline.skeleton, arena, deadline);
    case Outline::kDoubtful:
      return parse_page(text, arena, deadline);
    case Outline::kTooComplex:
      break;
  }
  return parse_error(ErrorCode::kTooComplex);
}

}  // namespace thresh::page
