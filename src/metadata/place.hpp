// Where on the page its headline and body are, for what is read near them.
#pragma once

#include <cstdint>
#include <vector>

#include "metadata/facts.hpp"

namespace thresh::metadata {

Place find_place(const page::Document& document, const judge::Decisions& decisions);

// Blocks where a byline and a date stand, the likeliest first: headline to the start of the body,
// some before it, some after the body's end.
std::vector<std::uint32_t> blocks_near_headline(const Facts& facts);

// class, id, itemprop and data-testid of the block's container and of `levels` containers around it
// hold `word`, lower case.
bool is_named(const page::Document& document, const page::Block& block, std::string_view word,
              int levels);

}  // namespace thresh::metadata
