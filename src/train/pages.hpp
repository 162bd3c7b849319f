// Pages of files and folders, for the developers' tools here.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "page/document.hpp"

namespace thresh::train {

// Names of files and folders → bytes, decompressed. What cannot be read is told on stderr and left
// out.
void for_each_page(
    const std::vector<std::string>& names,
    const std::function<void(const std::string& source, const std::string& bytes)>& use);

// The same up to segment; pages that are no HTML or too complex are left out.
void for_each_document(
    const std::vector<std::string>& names,
    const std::function<void(const std::string& source, const page::Document& document)>& use);

}  // namespace thresh::train
