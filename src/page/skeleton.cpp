#include "page/skeleton.hpp"

#include <optional>

#include "base/ascii.hpp"
#include "page/foreign_reader.hpp"
#include "page/lexer.hpp"
#include "page/markup_rules.hpp"
#include "page/nesting.hpp"
#include "page/skeleton_writer.hpp"

namespace thresh::page {
namespace {

// For memory: a page of 20 MB has some 500,000 tags, runs and attributes.
constexpr std::size_t kMostItems = 2'000'000;

// The parser's time is quadratic in the attributes of a tag.
constexpr std::size_t kMostAttributes = 256;

// Its content is read in a way of its own, if the parser does not ignore the start tag.
bool has_own_content(MarkupKind kind) {
  switch (kind) {
    case MarkupKind::kScript:
    case MarkupKind::kDroppedText:
    case MarkupKind::kLiteralText:
    case MarkupKind::kText:
    case MarkupKind::kTextarea:
    case MarkupKind::kTemplate:
    case MarkupKind::kSvg:
    case MarkupKind::kMath:
    case MarkupKind::kPlaintext:
      return true;
    default:
      return false;
  }
}

bool is_allowed_in_select(MarkupKind kind) {
  return kind == MarkupKind::kScript || kind == MarkupKind::kTemplate ||
         kind == MarkupKind::kTextarea;
}

bool is_foreign(MarkupKind kind) { return kind == MarkupKind::kSvg || kind == MarkupKind::kMath; }

// Reads the page once. When the first doubt comes up it stops writing the skeleton, but reads on to
// count what the parser would have to bear.
class Outliner {
 public:
  // `ends_with_noscript`: see dropped_text_end().
  Outliner(std::string_view page, bool ends_with_noscript)
      : page_(page),
        lexer_(page),
        foreign_reader_(page),
        writer_(page),
        ends_with_noscript_(ends_with_noscript) {}

  Outline run() {
    do {
      const std::size_t text_begin = lexer_.position();
      lexer_.next(token_, nesting_.in_foreign());
      write_text(text_begin, token_.begin, TextState::kData);
      read_token();
    } while (token_.kind != Token::kEnd && !is_too_complex());
    return result();
  }

  // A text ended with its noscript, where the parser would read on.
  bool has_cut() const { return has_cut_; }

 private:
  // What the parser knows to be open, where it ignores most tags.
  enum class Select : unsigned char { kClosed, kOpen, kUnknown };

  Outline result();
  bool is_too_complex() const;
  void read_token();
  void read_start_tag();
  void read_end_tag();
  void enter_body(MarkupName name);
  void check_place(MarkupKind kind);
  void check_foreign(MarkupKind kind);
  bool skip_svg(MarkupName name);
  void write_start_tag(MarkupName name, bool foreign);
  void write_html_tag(MarkupName name, bool in_body);
  void read_content(MarkupKind kind);
  void read_dropped_text();
  void read_script();
  void read_raw_text(TextState state);
  void open_select(MarkupName name);
  void close_select();
  void write_text(std::size_t begin, std::size_t end, TextState state);

  bool sure() const { return reason_.empty(); }
  void doubt(Doubt reason);

  std::string_view page_;
  Lexer lexer_;
  Token token_;
  ForeignReader foreign_reader_;
  SkeletonWriter writer_;
  Nesting nesting_;

  Select select_ = Select::kClosed;
  int open_templates_ = 0;
  bool column_in_template_ = false;
  bool skips_line_feed_ = false;
  const std::uint32_t body_ = markup_name("body").id;
  bool in_body_ = false;
  const std::uint32_t noscript_ = markup_name("noscript").id;
  const bool ends_with_noscript_;
  bool in_noscript_ = false;
  bool has_cut_ = false;
  std::size_t end_of_empty_tag_ = std::string_view::npos;  // of the last "</>"

  Doubt reason_;
  bool dangerous_ = false;  // if doubtful
};

Outline Outliner::result() {
  Outline outline;
  outline.reason = reason_;
  outline.verdict = is_too_complex() ? Outline::kTooComplex
                    : sure()         ? Outline::kSure
                                     : Outline::kDoubtful;
  if (outline.verdict == Outline::kSure) outline.skeleton = writer_.take();
  outline.skeleton.has_cut = has_cut_;
  return outline;
}

bool Outliner::is_too_complex() const {
  return writer_.items() > kMostItems || (!sure() && (dangerous_ || nesting_.overflowed()));
}

void Outliner::doubt(Doubt reason) {
  if (!sure() || reason.empty()) return;
  reason_ = reason;
  writer_.take();  // and free its memory
}

void Outliner::write_text(std::size_t begin, std::size_t end, TextState state) {
  if (begin == end) return;
  if (sure()) doubt(writer_.text(begin, end, state, skips_line_feed_));
  skips_line_feed_ = false;
}

void Outliner::read_token() {
  if (token_.kind == Token::kNothing) {
    end_of_empty_tag_ = token_.end;
    return;
  }
  skips_line_feed_ = false;
  if (token_.kind == Token::kComment && sure()) writer_.comment();
  if (token_.kind == Token::kDoctype && sure()) writer_.doctype(token_);
  if (token_.kind != Token::kStartTag && token_.kind != Token::kEndTag) return;
  if (token_.attributes.size() > kMostAttributes) dangerous_ = true;
  token_.kind == Token::kStartTag ? read_start_tag() : read_end_tag();
}

void Outliner::read_start_tag() {
  const MarkupName name = markup_name(token_.name);
  if (nesting_.in_foreign() && !name->has(kBreaksOut)) {
    if (nesting_.start(name, token_.self_closing)) write_start_tag(name, true);
    return;
  }
  check_place(name->kind);
  check_foreign(name->kind);
  const bool ignored =
      select_ == Select::kOpen && has_own_content(name->kind) && !is_allowed_in_select(name->kind);
  if (ignored || skip_svg(name)) return;
  if (name->kind == MarkupKind::kSelect) return open_select(name);
  const bool was_in_body = in_body_;
  enter_body(name);
  if (!nesting_.start(name, token_.self_closing)) return;
  if (name.id == noscript_) in_noscript_ = true;
  write_html_tag(name, was_in_body);
  read_content(name->kind);
}

// A tag that may not stand before the body begins it.
void Outliner::enter_body(MarkupName name) {
  const bool begins_body = name.id == body_ || name->has(kClosesP);
  if (in_body_ || open_templates_ > 0 || !begins_body) return;
  in_body_ = true;
  writer_.enter_body();
  if (!nesting_.empty()) nesting_.distrust();
}

// Where start tags may be ignored, those that would change how their content is read are doubtful,
// and dangerous where that is not even certain.
void Outliner::check_place(MarkupKind kind) {
  if (kind == MarkupKind::kRearranging) doubt("frameset or isindex");
  if (!has_own_content(kind)) return;
  if (kind == MarkupKind::kPlaintext) doubt("plaintext");
  if (column_in_template_) dangerous_ = true;
  if (select_ == Select::kClosed || kind == MarkupKind::kScript || kind == MarkupKind::kTextarea) {
    return;
  }
  doubt("an element in a select that would have its own content elsewhere");
  if (select_ == Select::kUnknown) dangerous_ = true;
}

void Outliner::check_foreign(MarkupKind kind) {
  if (!is_foreign(kind) || !sure()) return;
  if (end_of_empty_tag_ == token_.begin) doubt("</> right before svg or math");
  if (kind == MarkupKind::kMath && !token_.self_closing &&
      !foreign_reader_.math_is_plain(token_.end)) {
    doubt("math that is not well-formed");
  }
}

// Writes an svg element without its content. False if it is none, or its content matters.
bool Outliner::skip_svg(MarkupName name) {
  if (name->kind != MarkupKind::kSvg || token_.self_closing || !sure()) return false;
  const std::optional<std::size_t> end = foreign_reader_.end_of_svg(token_.end);
  if (!end) {
    doubt("svg with content that may leave it");
    return false;
  }
  nesting_.start(name, true);
  write_html_tag(name, in_body_);
  if (sure()) writer_.end_tag(token_.name);
  lexer_.seek(*end);
  return true;
}

void Outliner::write_html_tag(MarkupName name, bool in_body) {
  if (!in_body || !nesting_.last_is_plain()) return write_start_tag(name, is_foreign(name->kind));
  if (sure()) doubt(writer_.plain_start_tag(token_, name));
}

void Outliner::write_start_tag(MarkupName name, bool foreign) {
  if (sure()) doubt(writer_.start_tag(token_, name, foreign));
}

void Outliner::read_content(MarkupKind kind) {
  switch (kind) {
    case MarkupKind::kScript:
      return read_script();
    case MarkupKind::kDroppedText:
      return read_dropped_text();
    case MarkupKind::kLiteralText:
      return read_raw_text(TextState::kLiteral);
    case MarkupKind::kText:
      return read_raw_text(TextState::kRcdata);
    case MarkupKind::kTextarea:
      close_select();
      skips_line_feed_ = true;
      return read_raw_text(TextState::kRcdata);
    case MarkupKind::kPlaintext:
      return lexer_.seek(page_.size());
    case MarkupKind::kPreformatted:
      if (select_ == Select::kUnknown) doubt("pre, perhaps in a select");
      skips_line_feed_ = select_ == Select::kClosed;
      return;
    case MarkupKind::kInput:
      return close_select();
    case MarkupKind::kTemplate:
      ++open_templates_;
      if (select_ == Select::kOpen) select_ = Select::kUnknown;
      return;
    case MarkupKind::kColumnGroup:
      return writer_.split_space();
    case MarkupKind::kColumn:
      writer_.split_space();
      if (open_templates_ == 0) return;
      doubt("col in a template");
      column_in_template_ = true;
      return;
    case MarkupKind::kTablePart:
      if (select_ == Select::kOpen) select_ = Select::kUnknown;
      return;
    default:
      return;
  }
}

// A browser that runs scripts reads a noscript as text up to </noscript>, so nobody notices that an
// iframe in it lacks its end tag ("<noscript><iframe src=x /></noscript>"). The parser, which reads
// a noscript's elements, would take the rest of the page for the iframe's text.
void Outliner::read_dropped_text() {
  const std::size_t end = lexer_.raw_text_end(token_.name);
  if (in_noscript_ && ends_with_noscript_) {
    Lexer inside(page_.substr(0, end));
    inside.seek(lexer_.position());
    const std::size_t noscript_end = inside.raw_text_end("noscript");
    if (noscript_end < end) {
      has_cut_ = true;
      if (sure()) writer_.end_tag(token_.name);
      return lexer_.seek(noscript_end);
    }
  }
  lexer_.seek(end);
}

void Outliner::read_script() {
  const std::size_t begin = lexer_.position();
  const std::size_t end = lexer_.raw_text_end("script");
  lexer_.seek(end);
  if (!sure()) return;
  if (script_end_is_doubtful(page_.substr(begin, end - begin))) {
    doubt("<script> in a comment in a script");
  } else if (is_json_ld(writer_.attribute(Attribute::kType))) {
    write_text(begin, end, TextState::kLiteral);
  }
}

void Outliner::read_raw_text(TextState state) {
  const std::size_t begin = lexer_.position();
  lexer_.seek(lexer_.raw_text_end(token_.name));
  write_text(begin, lexer_.position(), state);
}

void Outliner::read_end_tag() {
  const MarkupName name = markup_name(token_.name);
  if (name->kind == MarkupKind::kSelect) select_ = Select::kClosed;
  const bool may_end_select =
      name->kind == MarkupKind::kTablePart || name->kind == MarkupKind::kTemplate;
  if (may_end_select && select_ == Select::kOpen) select_ = Select::kUnknown;
  if (name->kind == MarkupKind::kTemplate && open_templates_ > 0) --open_templates_;
  if (name.id == noscript_) in_noscript_ = false;
  if (nesting_.end(name) && sure()) writer_.end_tag(token_.name);
}

// In an open select it counts as an end tag.
void Outliner::open_select(MarkupName name) {
  if (select_ == Select::kOpen) {
    write_start_tag(name, false);
    return close_select();
  }
  if (!nesting_.start(name, false)) return;
  write_start_tag(name, false);
  if (select_ == Select::kClosed) select_ = Select::kOpen;
}

void Outliner::close_select() {
  if (select_ == Select::kOpen) nesting_.end(markup_name("select"));
  select_ = Select::kClosed;
}

}  // namespace

bool is_json_ld(std::string_view script_type) {
  return base::lower(script_type).find("ld+json") != std::string::npos;
}

Outline make_outline(std::string_view page) {
  Outliner outliner(page, true);
  Outline outline = outliner.run();
  // Of a page for the parser itself, what counts is what the parser will see.
  if (outline.verdict == Outline::kSure || !outliner.has_cut()) return outline;
  return Outliner(page, false).run();
}

}  // namespace thresh::page
