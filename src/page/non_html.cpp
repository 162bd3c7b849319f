#include "page/non_html.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"
#include "page/utf16.hpp"

namespace thresh::page {
namespace {

using namespace std::string_view_literals;

// Bytes begin with `start` and have `more` at `offset`.
struct Magic {
  std::string_view start;
  std::string_view kind;
  std::size_t offset = 0;
  std::string_view more = {};
};
constexpr Magic kMagics[] = {
    {"%PDF-", "PDF"},
    {"%!PS-", "PostScript"},
    {"{\\rtf", "RTF document"},
    {"\x89PNG\r\n\x1A\n", "PNG image"},
    {"\xFF\xD8\xFF", "JPEG image"},
    {"GIF87a", "GIF image"},
    {"GIF89a", "GIF image"},
    {"RIFF", "WebP image", 8, "WEBP"},
    {"\0\0\0"sv, "AVIF image", 4, "ftypavif"},
    {"\0\0\0"sv, "video", 4, "ftyp"},
    {"\x1A\x45\xDF\xA3", "video"},
    {"ID3\x03", "audio"},
    {"ID3\x04", "audio"},
    {"OggS\0"sv, "audio"},
    {"PK\x03\x04", "EPUB book", 30, "mimetypeapplication/epub+zip"},
    {"PK\x03\x04", "ZIP archive"},
    {"\x1F\x8B", "gzip data"},
    {"7z\xBC\xAF\x27\x1C", "7z archive"},
    {"bplist00", "web archive"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office document"},
    {"wOFF\0"sv, "font"},
    {"wOF2\0"sv, "font"},
    {"\0asm"sv, "WebAssembly"},
    {"\x7F"
     "ELF",
     "program"},
};

// First elements of XML that is no page.
struct XmlRoot {
  std::string_view start;
  std::string_view kind;
};
constexpr XmlRoot kXmlRoots[] = {
    {"<rss", "XML feed"},
    {"<feed", "XML feed"},
    {"<rdf:RDF", "XML feed"},
    {"<urlset", "XML site map"},
    {"<sitemapindex", "XML site map"},
};

// Any of these says that somebody meant HTML, however many odd bytes are around.
constexpr std::string_view kHtmlTags[] = {"<!doctype html", "<html", "<head", "<body", "<title",
                                          "<meta",          "<div",  "<p>",   "<p ",   "<table",
                                          "<script",        "<span"};
constexpr std::size_t kTagSearchBytes = 65'536;
constexpr std::size_t kBinarySampleBytes = 4096;
constexpr std::size_t kMimeHeaderBytes = 4096;

std::string_view without_bom(std::string_view bytes) {
  return bytes.substr(bytes.substr(0, 3) == "\xEF\xBB\xBF" ? 3 : 0);
}

std::string_view kind_by_magic(std::string_view bytes) {
  for (const Magic& magic : kMagics) {
    if (bytes.substr(0, magic.start.size()) == magic.start &&
        bytes.substr(std::min(magic.offset, bytes.size()), magic.more.size()) == magic.more) {
      return magic.kind;
    }
  }
  return {};
}

// Skips an XML declaration, comments, processing instructions and a document type.
std::string_view at_first_element(std::string_view text) {
  while (true) {
    text = base::trim(text);
    const bool comment = text.substr(0, 4) == "<!--";
    const std::string_view start = text.substr(0, 2);
    if (start != "<?" && start != "<!") return text;
    const std::string_view closer = comment ? "-->" : ">";
    const std::size_t end = text.find(closer);
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + closer.size());
  }
}

std::string_view kind_of_xml(std::string_view bytes) {
  const std::string_view element = at_first_element(bytes);
  for (const XmlRoot& root : kXmlRoots) {
    const std::string_view after = element.substr(std::min(root.start.size(), element.size()), 1);
    if (element.substr(0, root.start.size()) == root.start &&
        (after.empty() || base::is_space(after[0]) || after == ">")) {
      return root.kind;
    }
  }
  return {};
}

bool contains_ignore_case(std::string_view text, std::string_view lower_case) {
  const auto* found = std::search(text.begin(), text.end(), lower_case.begin(), lower_case.end(),
                                  [](char a, char b) { return base::lower(a) == b; });
  return found != text.end();
}

// MHTML begins as mail does, with "Name: value" lines.
bool is_mhtml(std::string_view bytes) {
  const std::string_view name = bytes.substr(0, bytes.find_first_of(": \t\r\n<"));
  if (name.empty() || bytes.substr(name.size(), 1) != ":") return false;
  const std::string_view head = bytes.substr(0, kMimeHeaderBytes);
  return contains_ignore_case(head, "mime-version:") &&
         (contains_ignore_case(head, "content-type: multipart/") ||
          contains_ignore_case(head, "content-type: text/html"));
}

bool is_odd_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  constexpr char kEscape = 0x1B;  // part of ISO-2022-JP
  return (byte < 0x20 && !base::is_space(c) && c != kEscape) || byte == 0x7F;
}

bool is_binary(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kBinarySampleBytes);
  const auto controls = std::count_if(sample.begin(), sample.end(), is_odd_control);
  if (static_cast<std::size_t>(controls) * 20 <= sample.size()) return false;
  const bool utf16_bom = sample.substr(0, 2) == "\xFF\xFE" || sample.substr(0, 2) == "\xFE\xFF";
  if (utf16_bom || !utf16_by_zero_bytes(sample).empty()) return false;
  const std::string_view searched = bytes.substr(0, kTagSearchBytes);
  return std::none_of(std::begin(kHtmlTags), std::end(kHtmlTags),
                      [&](std::string_view tag) { return contains_ignore_case(searched, tag); });
}

// What servers call pages, rightly or not.
constexpr std::string_view kPageTypes[] = {"text/html",
                                           "application/xhtml+xml",
                                           "application/vnd.wap.xhtml+xml",
                                           "text/plain",
                                           "text/xml",
                                           "application/octet-stream",
                                           "application/xml",
                                           "unknown/unknown"};

}  // namespace

std::string_view non_html_kind(std::string_view bytes) {
  const std::string_view text = base::trim(without_bom(bytes));
  if (const std::string_view kind = kind_by_magic(text); !kind.empty()) return kind;
  if (const std::string_view kind = kind_of_xml(text); !kind.empty()) return kind;
  if (is_mhtml(text)) return "MHTML";
  return is_binary(bytes) ? "binary data" : "";
}

std::string_view non_html_type(std::string_view content_type) {
  const std::string_view type = base::trim(content_type.substr(0, content_type.find(';')));
  if (type.find('/') == std::string_view::npos) return {};
  const bool may_be_page =
      std::any_of(std::begin(kPageTypes), std::end(kPageTypes),
                  [type](std::string_view name) { return base::equals_ignore_case(type, name); });
  return may_be_page ? std::string_view() : type;
}

}  // namespace thresh::page
