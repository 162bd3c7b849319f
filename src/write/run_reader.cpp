#include "write/run_reader.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/url.hpp"

namespace thresh::writers {
namespace {

std::size_t end_of(const Span& span) { return span.begin + span.length; }

bool is_blank(std::string_view text) { return base::trim(text).empty(); }

bool is_writable(const Link& link, std::string_view text) {
  return link.span.begin < text.size() && is_writable_url(link.href) &&
         !is_blank(text.substr(link.span.begin, link.span.length));
}

}  // namespace

bool is_writable_url(std::string_view url) {
  if (url.empty()) return false;
  if (base::is_safe_link(url)) return true;
  // Browsers drop control characters before they look for the scheme, so none may hide one.
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) <= 0x20; };
  const bool has_scheme = url.substr(0, url.find_first_of("/?#")).find(':') != url.npos;
  return !has_scheme && std::none_of(url.begin(), url.end(), is_control);
}

RunReader::RunReader(const Block& block, bool with_links) : text_(block.text), code_(block.code) {
  if (with_links) links_ = block.links;
  while (!links_.empty() && !is_writable(links_.front(), text_)) links_ = links_.subspan(1);
}

void RunReader::start(std::size_t begin, std::size_t end) {
  line_begin_ = at_ = begin;
  line_end_ = end;
}

bool RunReader::next(Run& run) {
  if (at_ >= line_end_) return false;
  skip_past_spans();
  run = {};
  std::size_t end = line_end_;
  if (!links_.empty()) {
    const Span& span = links_.front().span;
    if (span.begin <= at_) run.link = &links_.front();
    end = std::min(end, run.link != nullptr ? end_of(span) : span.begin);
  }
  if (!code_.empty()) {
    run.code = code_.front().begin <= at_;
    end = run.code ? end_of_code(end) : std::min(end, code_.front().begin);
  }
  run.text = text_.substr(at_, end - at_);
  run.code = run.code && !is_blank(run.text);
  if (run.link != nullptr) {
    run.opens_link = at_ == line_begin_ || at_ == run.link->span.begin;
    run.closes_link = end == line_end_ || end == end_of(run.link->span);
  }
  at_ = end;
  return true;
}

void RunReader::skip_past_spans() {
  while (!code_.empty() && end_of(code_.front()) <= at_) code_ = code_.subspan(1);
  while (!links_.empty() && end_of(links_.front().span) <= at_) {
    do {
      links_ = links_.subspan(1);
    } while (!links_.empty() && !is_writable(links_.front(), text_));
  }
}

// Code that touches code is one stretch: Markdown could not tell the two apart.
std::size_t RunReader::end_of_code(std::size_t limit) const {
  std::size_t end = end_of(code_.front());
  for (std::size_t i = 1; i < code_.size() && code_[i].begin <= end && end < limit; ++i) {
    end = std::max(end, end_of(code_[i]));
  }
  return std::min(limit, end);
}

}  // namespace thresh::writers
