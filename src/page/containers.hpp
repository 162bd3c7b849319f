// Containers of the Document: opened and closed by the walk.
#pragma once

#include <cstdint>

#include "page/document.hpp"
#include "page/dom.hpp"
#include "page/strings.hpp"

namespace thresh::page {

// Copies the attributes that Container documents to the end of Document::attributes.
void add_attributes(Document& document, Strings& strings, const Dom& dom, const DomNode& element,
                    Container& container);

// Appends a container inside `parent`; its index. Blocks added until close_container() are its own.
std::uint32_t open_container(Document& document, Strings& strings, const Dom& dom,
                             const DomNode& element, std::uint32_t parent, bool hidden);
void close_container(Document& document, std::uint32_t container);

}  // namespace thresh::page
