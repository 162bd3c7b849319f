// One function a format; the table that names them is in formats.cpp.
#pragma once

#include <string>

#include "thresh/article.hpp"
#include "thresh/options.hpp"
#include "thresh/write.hpp"

namespace thresh::writers {

std::string write_text(const Article& article, const WriteOptions& options, const Origin& origin);
std::string write_markdown(const Article& article, const WriteOptions& options,
                           const Origin& origin);
std::string write_html(const Article& article, const WriteOptions& options, const Origin& origin);
std::string write_json(const Article& article, const WriteOptions& options, const Origin& origin);
std::string write_jsonl(const Article& article, const WriteOptions& options, const Origin& origin);

// The record of a page that failed: the same fields, null.
std::string write_json_error(const Error& error, const Origin& origin);
std::string write_jsonl_error(const Error& error, const Origin& origin);

}  // namespace thresh::writers
