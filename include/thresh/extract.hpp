// Start here: bytes of a page in, Article out.
//
//   thresh::Page page{bytes, "https://example.org/story", "text/html; charset=utf-8"};
//   thresh::Result<thresh::Article> article = thresh::extract(page);
//   if (article) std::cout << thresh::write(*article, thresh::Format::kText);
//
// extract() keeps no state: the same bytes and options give the same Article, and it may be called
// from any number of threads. It needs no more than 1 MB of stack and bounds the memory of a page.
#pragma once

#include <string_view>

#include "thresh/article.hpp"
#include "thresh/options.hpp"
#include "thresh/result.hpp"

namespace thresh {

// A page as it came; the views need only live through the call.
struct Page {
  std::string_view bytes;         // any bytes are a page
  std::string_view url;           // may be empty
  std::string_view content_type;  // value of the Content-Type header; may be empty
};

// Finds the body of a page. "No article" is a Verdict; errors are kTooLarge, kTooComplex, kTimeout
// and kEncoding.
Result<Article> extract(const Page& page, const ExtractOptions& options = {});

}  // namespace thresh
