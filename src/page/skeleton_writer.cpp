#include "page/skeleton_writer.hpp"

#include <algorithm>
#include <charconv>

#include "base/ascii.hpp"
#include "page/character_reference.hpp"
#include "page/clean.hpp"

namespace thresh::page {
namespace {

using namespace std::string_view_literals;

constexpr Doubt kNoDoubt;
constexpr std::string_view kEmptyComment = "<!---->";

// Duplicates are looked for one by one.
constexpr std::size_t kMostFormattingAttributes = 64;

static_assert(static_cast<int>(Attribute::kCount) <= 64, "a bit for each attribute");

// Length of the character reference at the start of `text` if it stands for white space; else 0.
std::size_t space_reference(std::string_view text) {
  const CharacterReference reference = read_character_reference(text, false);
  const bool space = reference.second == 0 && reference.first < 0x80 &&
                     base::is_space(static_cast<char>(reference.first));
  return space ? reference.length : 0;
}

struct SpacePrefix {
  std::size_t length = 0;  // spaces and NULs
  std::size_t nuls = 0;
};

// How much of a run is white space to the tree builder, or NUL, which it may skip.
SpacePrefix space_prefix(std::string_view run, TextState state) {
  SpacePrefix prefix;
  while (prefix.length < run.size()) {
    const char c = run[prefix.length];
    std::size_t length = base::is_space(c) ? 1 : 0;
    if (state == TextState::kData && c == '&') length = space_reference(run.substr(prefix.length));
    if (state == TextState::kData && c == '\0') {
      length = 1;
      ++prefix.nuls;
    }
    if (length == 0) break;
    prefix.length += length;
  }
  return prefix;
}

std::uint64_t hash(std::string_view bytes, std::uint64_t seed) {  // FNV-1a
  for (const char c : bytes) seed = (seed ^ static_cast<unsigned char>(c)) * 0x100000001B3;
  return seed;
}

// Equal for attributes that the parser finds equal.
std::uint64_t fingerprint(const LexedAttribute& attribute) {
  std::string name = base::lower(attribute.name);
  const std::uint64_t seed = hash(name += '=', 0xCBF29CE484222325);
  if (attribute.value.find_first_of("&\r\0"sv) == std::string_view::npos) {
    return hash(attribute.value, seed);
  }
  std::string value;
  append_clean(value, attribute.value, Context::kAttribute);
  return hash(value, seed);
}

std::size_t line_feed_length(std::string_view text) {
  if (text.starts_with("\r\n")) return 2;
  return text.starts_with('\n') || text.starts_with('\r') ? 1 : 0;
}

}  // namespace

SkeletonWriter::SkeletonWriter(std::string_view page) : page_(page) {
  skeleton_.nodes.reserve(page.size() / 1024);
  skeleton_.attributes.reserve(page.size() / 256);
}

// The first decides whether a table may stand in a p.
void SkeletonWriter::doctype(const Token& token) {
  const std::string_view whole = page_.substr(token.begin, token.end - token.begin);
  skeleton_.markup += has_doctype_ ? "<!doctype>" : whole;
  has_doctype_ = true;
}

Doubt SkeletonWriter::start_tag(const Token& token, MarkupName name, bool foreign) {
  end_plain();
  skeleton_.tags.push_back({offset(), node_count()});
  const Doubt doubt = add_element(token);
  return doubt.empty() ? append_tag(token, name, foreign) : doubt;
}

Doubt SkeletonWriter::plain_start_tag(const Token& token, MarkupName name) {
  const std::uint32_t node = node_count();
  if (const Doubt doubt = add_element(token); !doubt.empty()) return doubt;
  const bool foreign = name->kind == MarkupKind::kSvg;
  skeleton_.nodes[node].tag = tag_from_name(token.name);
  skeleton_.nodes[node].foreign = foreign;
  const bool is_void = name->kind == MarkupKind::kVoid || name->kind == MarkupKind::kInput;
  if (is_void || (foreign && token.self_closing)) {
    add_element_mark(node);
    return kNoDoubt;
  }
  plain_.push_back({node, offset(), skeleton_.tags.size(), skeleton_.marks.size(), token.name});
  skeleton_.tags.push_back({offset(), node});
  unsettled_ = 0;
  return append_tag(token, name, foreign);
}

Doubt SkeletonWriter::append_tag(const Token& token, MarkupName name, bool foreign) {
  skeleton_.markup += '<';
  skeleton_.markup += token.name;
  const Doubt doubt = token.attributes.empty() ? kNoDoubt : append_attributes(token, name);
  if (foreign && token.self_closing) skeleton_.markup += '/';
  skeleton_.markup += '>';
  return doubt;
}

void SkeletonWriter::end_tag(std::string_view name) {
  if (!plain_.empty() && base::equals_ignore_case(plain_.back().name, name)) return close_plain();
  end_plain();
  skeleton_.markup += "</";
  skeleton_.markup += name;
  skeleton_.markup += '>';
}

// One mark stands for the element and all that is in it.
void SkeletonWriter::close_plain() {
  const PlainElement element = plain_.back();
  plain_.pop_back();
  skeleton_.markup.resize(element.offset);
  skeleton_.tags.resize(element.tags);
  skeleton_.marks.resize(element.marks);
  skeleton_.nodes[element.node].end = node_count();
  add_element_mark(element.node);
}

// What comes now is for the parser to place, and so is what it stands in. If it may move the text
// before it (see comment()), it must not move elements.
void SkeletonWriter::end_plain() {
  plain_.clear();
  if (unsettled_ == 0) return;
  skeleton_.markup.insert(unsettled_, kEmptyComment);
  for (auto mark = skeleton_.marks.rbegin();
       mark != skeleton_.marks.rend() && mark->offset >= unsettled_; ++mark) {
    mark->offset += static_cast<std::uint32_t>(kEmptyComment.size());
  }
  unsettled_ = 0;
}

DomNode& SkeletonWriter::add_node(std::size_t begin, std::size_t end) {
  DomNode& node = skeleton_.nodes.emplace_back();
  node.source_begin = static_cast<std::uint32_t>(begin);
  node.source_end = static_cast<std::uint32_t>(end);
  node.end = node_count();
  if (!plain_.empty()) node.parent = plain_.back().node;
  return node;
}

// Gumbo collects text, and puts it into the tree when something else comes. Some end tags first
// move the place where it goes to; then it matters whether a comment came before them.
void SkeletonWriter::comment() {
  if (text_since_comment_) skeleton_.markup += kEmptyComment;
  text_since_comment_ = false;
  unsettled_ = 0;
}

// With the first attribute of each name that has a row in the table.
Doubt SkeletonWriter::add_element(const Token& token) {
  DomNode& element = add_node(token.begin, token.end);
  element.tag = Tag::kUnknown;
  element.first_attribute = static_cast<std::uint32_t>(skeleton_.attributes.size());
  std::uint64_t seen = 0;
  for (const LexedAttribute& attribute : token.attributes) {
    if (attribute.name[0] == '\0') return "an attribute's name begins with NUL";
    const Attribute name = attribute_from_name(attribute.name);
    const std::uint64_t bit = std::uint64_t{1} << static_cast<int>(name);
    if (name == Attribute::kCount || (seen & bit) != 0) continue;
    seen |= bit;
    skeleton_.attributes.push_back({name, true, attribute.value});
    ++element.attribute_count;
  }
  return kNoDoubt;
}

std::string SkeletonWriter::attribute(Attribute name) const {
  std::string value;
  for (std::size_t i = skeleton_.nodes.back().first_attribute; i < skeleton_.attributes.size();
       ++i) {
    const DomAttribute& attribute = skeleton_.attributes[i];
    if (attribute.name == name) append_clean(value, attribute.value, Context::kAttribute);
  }
  return value;
}

// The few attributes that tree construction looks at.
Doubt SkeletonWriter::append_attributes(const Token& token, MarkupName name) {
  if (name->kind == MarkupKind::kRoot) {
    append_root_attributes();
  } else if (name->end_looks == EndLooks::kFormatting) {
    // Of anchors only one is remembered at a time.
    const bool anchor = base::equals_ignore_case(token.name, "a");
    return anchor ? kNoDoubt : append_fingerprint(token);
  } else if (name->kind == MarkupKind::kInput) {
    const bool hidden = base::equals_ignore_case(attribute(Attribute::kType), "hidden");
    if (hidden) skeleton_.markup += " type=hidden";
  }
  return kNoDoubt;
}

// The parser adds the attributes of a second html or body tag to the first. It gets their names,
// and as values where they lie in Skeleton::attributes.
void SkeletonWriter::append_root_attributes() {
  const std::size_t first = skeleton_.nodes.back().first_attribute;
  for (std::size_t i = first; i < skeleton_.attributes.size(); ++i) {
    char digits[20];
    const auto end = std::to_chars(std::begin(digits), std::end(digits), i).ptr;
    skeleton_.markup += ' ';
    skeleton_.markup += attribute_name(skeleton_.attributes[i].name);
    skeleton_.markup += '=';
    skeleton_.markup.append(digits, end);
  }
}

// The parser remembers no more than three open formatting elements with equal names and attributes
// ("Noah's Ark clause"), so it gets one attribute that is equal if all are.
Doubt SkeletonWriter::append_fingerprint(const Token& token) {
  const std::vector<LexedAttribute>& attributes = token.attributes;
  if (attributes.size() > kMostFormattingAttributes) return "too many attributes";
  std::uint64_t sum = 0;
  for (auto i = attributes.begin(); i != attributes.end(); ++i) {
    const bool doubled = std::any_of(attributes.begin(), i, [i](const LexedAttribute& earlier) {
      return base::equals_ignore_case(earlier.name, i->name);
    });
    if (!doubled) sum += fingerprint(*i);
  }
  // As a name, which the parser reads faster than a name and a value.
  char digits[16];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), sum & 0xFFFFFFF, 16).ptr;
  skeleton_.markup += " h";
  skeleton_.markup.append(digits, end);
  return kNoDoubt;
}

Doubt SkeletonWriter::text(std::size_t begin, std::size_t end, TextState state,
                           bool skips_line_feed) {
  if (skips_line_feed) {
    const std::string_view run = page_.substr(begin, end - begin);
    const bool reference = run.starts_with('&');
    if (reference && read_character_reference(run, false).first == '\n') {
      return "a line feed that does not count is a character reference";
    }
    begin += line_feed_length(run);
  }
  if (begin == end) return kNoDoubt;
  const bool raw = state != TextState::kLiteral;
  const SpacePrefix space = space_prefix(page_.substr(begin, end - begin), state);
  const std::size_t text_begin = begin + space.length;
  if (space.nuls > 0 && text_begin == end) {
    // Before the body, and between columns of a table, the parser takes NUL for text.
    if (!in_body_ || splits_space_) return "NUL among white space";
    if (space.nuls == end - begin) return kNoDoubt;
  }
  if (text_begin == end) {
    add_run(begin, end, ' ', raw);
  } else if (splits_space_ && text_begin > begin) {
    add_run(begin, text_begin, ' ', raw);
    add_run(text_begin, end, Skeleton::kMark, raw);
  } else {
    add_run(begin, end, Skeleton::kMark, raw);
  }
  return kNoDoubt;
}

void SkeletonWriter::add_run(std::size_t begin, std::size_t end, char mark, bool raw) {
  const std::uint32_t index = node_count();
  DomNode& run = add_node(begin, end);
  run.raw = raw;
  run.text = page_.substr(begin, end - begin);
  add_mark(index, mark);
}

void SkeletonWriter::add_element_mark(std::uint32_t node) {
  add_mark(node, Skeleton::kMark);
  unsettled_ = skeleton_.markup.size();
}

void SkeletonWriter::add_mark(std::uint32_t node, char mark) {
  skeleton_.marks.push_back({offset(), node});
  skeleton_.markup += mark;
  text_since_comment_ = true;
}

}  // namespace thresh::page
