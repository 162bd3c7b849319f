// ONE iterative walk over the Dom → Document. It decides what a block is, never whether it is good.
//
// In: Dom, and the decoded page for the comments before <html>. Out: Document, which owns all it
// holds, so the Dom may be dropped. Never: loses text that a person could read on the page.
#pragma once

#include <string_view>

#include "base/deadline.hpp"
#include "page/document.hpp"
#include "page/dom.hpp"
#include "thresh/result.hpp"

namespace thresh::page {

// Fails with kTimeout only.
Result<Document> segment(const Dom& dom, std::string_view page, const base::Deadline& deadline);

}  // namespace thresh::page
