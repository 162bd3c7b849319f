// The links and marks that elements stand for.
#pragma once

#include "page/dom.hpp"
#include "page/strings.hpp"
#include "page/text_builder.hpp"

namespace thresh::page {

// Opens them in `text`; TextBuilder::close_spans() closes them.
void open_spans(TextBuilder& text, Strings& strings, const Dom& dom, const DomNode& element);

}  // namespace thresh::page
