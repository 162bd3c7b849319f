// A page::Document by hand, for tests of what comes after segment.
//
//   DocumentBuilder page;
//   page.open(Tag::kDiv, {{Attribute::kClass, "story"}});
//   page.paragraph("Some words.");
//   page.close();
//   const page::Document document = page.take();
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "base/words.hpp"
#include "page/document.hpp"

namespace thresh::test {

class DocumentBuilder {
 public:
  using Attributes = std::vector<std::pair<page::Attribute, std::string_view>>;

  DocumentBuilder() { open(page::Tag::kBody); }

  std::uint32_t open(page::Tag tag, const Attributes& attributes = {}) {
    page::Container container;
    container.tag = tag;
    container.parent = open_.empty() ? page::kNone : open_.back();
    container.depth = static_cast<std::uint32_t>(open_.size());
    container.first_block = block_count();
    container.first_attribute = static_cast<std::uint32_t>(document_.attributes.size());
    container.attribute_count = static_cast<std::uint16_t>(attributes.size());
    for (const auto& [name, value] : attributes) {
      document_.attributes.push_back({name, append(value)});
    }
    open_.push_back(static_cast<std::uint32_t>(document_.containers.size()));
    document_.containers.push_back(container);
    return open_.back();
  }

  void close() {
    page::Container& container = document_.containers[open_.back()];
    container.end = static_cast<std::uint32_t>(document_.containers.size());
    container.end_block = block_count();
    open_.pop_back();
  }

  // A block right in the innermost open container.
  page::Block& text(std::string_view words, page::BlockType type = page::BlockType::kParagraph) {
    page::Block block;
    block.type = type;
    block.container = open_.back();
    block.source_begin = static_cast<std::uint32_t>(document_.text.size());
    block.text = append(words);
    block.source_end = static_cast<std::uint32_t>(document_.text.size());
    block.words = static_cast<std::uint32_t>(base::count_words(words));
    block.sentences = static_cast<std::uint8_t>(base::count_sentences(words));
    block.first_link = block.end_link = static_cast<std::uint32_t>(document_.links.size());
    block.first_mark = block.end_mark = static_cast<std::uint32_t>(document_.marks.size());
    document_.blocks.push_back(block);
    return document_.blocks.back();
  }

  // Each in an element of its own.
  page::Block& paragraph(std::string_view words) { return in(page::Tag::kP, words, {}); }
  page::Block& heading(int level, std::string_view words) {
    const auto tag = static_cast<page::Tag>(static_cast<int>(page::Tag::kH1) + level - 1);
    page::Block& block = in(tag, words, page::BlockType::kHeading);
    block.level = static_cast<std::uint8_t>(level);
    return block;
  }
  page::Block& control(std::string_view words) {
    return in(page::Tag::kButton, words, page::BlockType::kControl);
  }
  page::Block& item(std::string_view words) {
    page::Block& block = in(page::Tag::kLi, words, page::BlockType::kListItem);
    block.level = 1;
    return block;
  }

  // A cell of the data table that `table` is the container of.
  page::Block& cell(std::uint32_t table, std::uint32_t row, std::uint32_t column,
                    std::string_view words, bool header = false) {
    page::Block& block = in(page::Tag::kTd, words, page::BlockType::kTableCell);
    block.cell = static_cast<std::uint32_t>(document_.cells.size());
    document_.cells.push_back({table, row, column, header});
    return block;
  }

  // Makes `words`, which must stand in the last block, a link or a mark.
  void link(std::string_view words, std::string_view href) {
    const page::Slice slice = find(words);
    document_.links.push_back({slice, append(href)});
    page::Block& block = document_.blocks.back();
    block.end_link = static_cast<std::uint32_t>(document_.links.size());
    block.link_words += static_cast<std::uint32_t>(base::count_words(words));
  }
  void mark(page::MarkType type, std::string_view words) {
    document_.marks.push_back({type, find(words), {}});
    document_.blocks.back().end_mark = static_cast<std::uint32_t>(document_.marks.size());
  }

  void image(std::string_view source, std::string_view alt = {}) {
    page::Image image;
    image.source = append(source);
    image.alt = append(alt);
    image.container = open_.back();
    image.before_block = block_count();
    document_.images.push_back(image);
  }

  void title(std::string_view words) { document_.title = append(words); }

  // Closes what is open. The builder is used up.
  page::Document take() {
    while (!open_.empty()) close();
    return std::move(document_);
  }

 private:
  page::Block& in(page::Tag tag, std::string_view words, page::BlockType type) {
    open(tag);
    text(words, type);
    close();
    return document_.blocks.back();
  }

  page::Slice append(std::string_view words) {
    const page::Slice slice{static_cast<std::uint32_t>(document_.text.size()),
                            static_cast<std::uint32_t>(words.size())};
    document_.text += words;
    return slice;
  }

  page::Slice find(std::string_view words) const {
    const page::Slice block = document_.blocks.back().text;
    const std::size_t at = document_.str(block).find(words);
    return {static_cast<std::uint32_t>(block.begin + at), static_cast<std::uint32_t>(words.size())};
  }

  std::uint32_t block_count() const { return static_cast<std::uint32_t>(document_.blocks.size()); }

  page::Document document_;
  std::vector<std::uint32_t> open_;  // containers
};

}  // namespace thresh::test
