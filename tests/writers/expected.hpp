// Article → the Outline that every format must show, read from its blocks alone.
#pragma once

#include <string>
#include <vector>

#include "outline.hpp"
#include "thresh/article.hpp"
#include "thresh/options.hpp"

namespace thresh::test {

// Captions are all those of the article: which of them stand beside an image is the writers'
// matter.
Outline expected_outline(const Article& article, const WriteOptions& options);

// The lines of the plain text, without the blank ones between blocks.
std::vector<std::string> expected_text_lines(const Article& article, const WriteOptions& options);

// What stands in the section and the field of comments.
std::vector<const Block*> expected_comments(const Article& article);

}  // namespace thresh::test
